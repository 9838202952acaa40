"""The names of an article: their words, their forms, and where each begins and ends."""
