"""Several documents of one plan as one file: page after page, each document with its own page count at its foot."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plans.layout.page import FURNITURE, Block, Document, Page


def joined(documents: Sequence[Document]) -> Document:
    """Return all pages under the first document’s title."""
    pages = (page for number, document in enumerate(documents) for page in _marked(document, number))
    return replace(documents[0], pages=tuple(replace(page, number=at) for at, page in enumerate(pages, 1)))


def _marked(document: Document, number: int) -> Iterator[Page]:
    """Pages whose blocks carry their document’s number, so that equal ids of two documents are not one paragraph."""
    for page in document.pages:
        yield replace(page, blocks=tuple(_block(block, number) for block in page.blocks)) if number else page


def _block(block: Block, number: int) -> Block:
    if block.kind == FURNITURE:
        return block
    cell = replace(block.cell, table=f"{block.cell.table}@{number}") if block.cell else None
    return replace(block, id=f"{block.id}@{number}", cell=cell)
