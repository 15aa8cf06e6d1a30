"""A few plain questions lead to the right document, say why, and warn where a document would do harm."""
