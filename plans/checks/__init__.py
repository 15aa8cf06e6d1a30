"""What good practice asks of a plan’s words: rules as data, findings as values."""
