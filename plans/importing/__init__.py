"""Brings in an agreement that was written elsewhere: a Word file or pasted text in, a plan out, nothing dropped."""
