"""Resolve nominals, mentions by a noun: *the mayor*, *her husband*, *the studio*."""
