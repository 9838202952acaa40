"""Group records of the same utterance, across sources and within them."""
