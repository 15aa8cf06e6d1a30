"""What a window shows beside the plan: nothing here is ever saved."""

from dataclasses import dataclass

from components.sentence_editor import Ask, PhotoPlace
from plans.choices import Swapped


@dataclass(frozen=True)
class View:
    """The part, the person and the question that are open just now; empty where none is.

    `preview` is auto, shown or hidden; `starter` is a starter’s id, or `pick` while one is chosen;
    `deleting` is the id of the plan that is asked about; `told` is a sentence to show once;
    `swapped` is the newest choice of pictures, which may be wanted elsewhere too;
    `agreed` is the part of the agreement, `document` the kind of document to print, the plan’s own if empty; `about` is
    the promise or person that it is about, `beside` the documents that are printed with it; `alone` says that nobody
    else sees the screen, `own` whose own paper is written.
    """

    section: str = ""
    preview: str = "auto"
    person: str = ""
    child_rows: int = 1
    starter: str = ""
    deleting: str = ""
    told: str = ""
    ask: Ask | None = None
    photo: PhotoPlace | None = None
    swapped: Swapped | None = None
    agreed: str = "worries"
    document: str = ""
    about: str = ""
    beside: tuple[str, ...] = ()
    alone: bool = False
    own: str = ""
