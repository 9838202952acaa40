"""What the finders know of a language: one file each, data only."""

#: the languages that are read, by the codes of ISO 639
SUPPORTED = {"en": "English", "eng": "English"}
