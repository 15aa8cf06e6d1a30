"""The screens: one function each, drawn from the state in session.py."""
