"""The formats that records are written in, and a text as it is."""
