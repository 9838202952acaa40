"""The encoder: a pretrained network for quotes of which the rules are unsure."""
