"""What a plan is, how it becomes a page, and where it is kept."""
