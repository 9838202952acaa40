"""The formats that records are written in."""
