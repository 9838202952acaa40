"""From attributions to records: speakers, cues, passages, explanations."""
