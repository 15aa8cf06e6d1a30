"""Finished pages copied out as SVG, HTML and PDF. Nothing is decided here."""
