"""Nominals, mentions by a noun: whom *the mayor*, *her husband*, *the studio* stand for."""
