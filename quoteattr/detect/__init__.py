"""Find quotes, tokens, chunks, posts, letters, replies and turns in a text."""
