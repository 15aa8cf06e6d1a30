"""Which pictures exist, what each shows, and which words call for them."""
