"""The page as the child will see it: the same lines and pages as the print."""

from components.assets import asset_component


def page_preview(pages: tuple[str, ...], labels: tuple[str, ...], *, key: str) -> None:
    """Draw finished pages, given as SVG, with what a screen reader calls each."""
    draw = asset_component("page_preview", "preview.js", "preview.css", "preview.html")
    draw(key=key, data=[{"pages": list(pages), "labels": list(labels)}])
