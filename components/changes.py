"""Changes to the open plan that the screens and dialogs make, each with the editor’s last words taken in first."""

from dataclasses import replace

from components import session
from components.offers import lexicon_of, places_in
from components.words import say
from plans.choices import elsewhere, with_choices, with_everywhere
from plans.editing import sentence_ids, with_changed_sentence, with_letters, with_own_picture, with_sentence
from plans.errors import PictureRefused
from plans.model import Phrase
from plans.own_picture import CleanPicture


def add_sentence(section: str, phrases: tuple[Phrase, ...], said_by: str) -> None:
    """Put one more sentence at the end of a part."""
    session.take_in()
    session.change(with_sentence(session.plan(), section, phrases, said_by, session.kind()))


def change_page(**settings: object) -> None:
    """Change how the page is set."""
    session.take_in()
    session.change(replace(session.plan(), page=replace(session.plan().page, **settings)), f"page:{' '.join(settings)}")  # type: ignore[arg-type]


def change_plan_fields(**fields: object) -> None:
    """Change fields of the plan itself: title, dates, copies."""
    session.take_in()
    session.change(replace(session.plan(), **fields), f"plan:{' '.join(fields)}")  # type: ignore[arg-type]


def use_everywhere() -> None:
    """Put the picture that was just chosen at every place where the plan tells the same idea."""
    session.take_in()
    swapped = session.view().swapped
    if swapped is not None and swapped.choice in session.plan().choices:
        plan = session.plan()
        places = tuple(elsewhere(places_in(plan), swapped.choice))
        session.change(with_everywhere(plan, places, swapped.choice))
        session.show(swapped=None)


def use_photo(picture: CleanPicture, alt: str) -> None:
    """Put a family’s own picture at the phrase that the editor named.

    Raises:
        PictureRefused: the sentence is gone.
        StoreTrouble: the picture could not be kept.
    """
    session.take_in()
    place = session.view().photo
    if place is None or place.sentence not in sentence_ids(session.plan()):
        raise PictureRefused(say("write.photo_gone"))
    key = session.keep_picture(picture)
    known = with_own_picture(session.plan(), key, alt)
    placed = with_changed_sentence(known, place.sentence, lambda one: with_letters(one, place.start, place.end, (key,)))
    remembered, swapped = with_choices(known, placed, lexicon_of(known))
    session.change(remembered)
    session.show(photo=None, swapped=swapped)


def use_logo(picture: CleanPicture) -> None:
    """Put a logo on the first page."""
    key = session.keep_picture(picture)
    if session.plan().page.logo != key:
        change_page(logo=key)
