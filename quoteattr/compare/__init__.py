"""Compare quotes and names: normalize the words of a quote, and align them with another wording."""
