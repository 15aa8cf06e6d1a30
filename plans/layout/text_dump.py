"""A page as plain text, so that a test can show the whole page it expects."""

from plans.layout.page import Page, Picture, Words


def page_text(page: Page) -> str:
    """Return one row a line: kind, words as they stand, pictures as [key]."""
    rows = []
    for block in page.blocks:
        for line in block.lines:
            shown = [_shown(run) for run in line.runs if isinstance(run, Words | Picture)]
            rows += [f"{block.kind:9}| {' '.join(shown)}"] if shown else []
    return "\n".join(rows)


def _shown(run: Words | Picture) -> str:
    return run.text if isinstance(run, Words) else f"[{run.key}]"
