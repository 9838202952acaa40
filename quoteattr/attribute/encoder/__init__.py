"""The encoder: a pretrained network that is asked where the rules are not sure."""
