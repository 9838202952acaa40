"""The names of an article: their words, their forms, where each begins and ends."""
