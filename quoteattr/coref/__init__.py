"""Who is who in one article: names gathered into entities, and mentions resolved to them."""
