"""Build records from attributions: speakers, cues, passages, explanations."""
