"""Transcripts and interviews: labels, whom each names, turns."""
