"""Which picture belongs at which words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from icon_library.chosen import NOTHING_CHOSEN, Chosen, ChosenPictures, OwnPlace, find_own, newest_first, read_chosen
from icon_library.doubt import features_of
from icon_library.lexicon import Lexicon
from icon_library.likeness import is_likeness
from icon_library.lists import find_lists
from icon_library.matching import Match, choose, find_matches
from icon_library.negation import Denied, Kind, find_denied
from icon_library.people import Mention, Named, find_people
from icon_library.words import Token, core, read_tokens, split_words

__all__ = ["DENSITIES", "Chosen", "ChosenPictures", "Named", "Suggestion", "read_chosen", "suggest"]

MOST_PICTURES = 8
# A spare picture may stand where a sentence has fewer than one picture to this many words.
ROOM = 20
CLOSE = 6
# In a list of so many things spare ones have their picture too; in a short one things are told apart.
LONG_LIST, SHORT_LIST = 3, 2
DENSITIES = ("key", "all", "none")


@dataclass(frozen=True)
class Suggestion:
    """Pictures for the words start to end (half open, indices in text.split()), best first.

    `idea` names what the words mean: a sense of the lexicon, a person, or nothing that is known.
    `whys` says of each picture why it is there: because of the words, because they have another
    meaning, because they name a person, or because it was chosen for them before. A doubted one may say the
    opposite of the sentence: it is no key picture, and people should be asked whether it is crossed.
    """

    start: int
    end: int
    pictures: tuple[str, ...]
    count: int
    negated: bool
    key: bool
    reason: str
    idea: str = ""
    whys: tuple[str, ...] = ()
    doubted: bool = False


class _Found(NamedTuple):
    """A place for pictures, in tokens, each picture with its why, before it is decided whether it is a key one."""

    start: int
    end: int
    pictures: tuple[tuple[str, str], ...]
    together: int
    show: str
    crossable: bool
    idea: str
    denied: bool = False


def suggest(
    text: str,
    people: Sequence[Named],
    lexicon: Lexicon,
    *,
    density: str = "key",
    chosen: ChosenPictures = NOTHING_CHOSEN,
) -> tuple[Suggestion, ...]:
    """The pictures for a sentence, left to right, no two at one word; density is key, all or none.

    `chosen` are the pictures that were chosen before in the same plan.
    """
    if density not in DENSITIES:
        raise ValueError(f"The density is one of {', '.join(DENSITIES)}.")
    if density == "none":
        return ()
    tokens = read_tokens(text, lexicon.inflections)
    found = [_with_chosen(one, chosen, tokens) for one in _find(tokens, people, lexicon, chosen)]
    found = [_shown_as_likeness(one, tokens, lexicon) for one in found]
    denied = find_denied(tokens, {(one.start, one.end): _kind(one) for one in found}, lexicon)
    found = _shown_as_listed([_shown_as_denied(one, denied) for one in found], tokens, lexicon)
    found = _told_apart(found, tokens, lexicon)
    drawn = [_suggestion(one, tokens, text, one.denied or (one.start, one.end) in denied.things) for one in found]
    doubts = [_doubted(one, place, tokens, lexicon) for one, place in zip(drawn, found, strict=True)]
    made = _mark_key(drawn, found, doubts, len(split_words(text)))
    return tuple(one for one in made if one.key or density == "all")


def _kind(found: _Found) -> Kind:
    """A picture that is hardly ever wanted counts for no more than a name: (said) about court."""
    return "quiet" if found.show in ("person", "more") else "thing" if found.crossable else "steady"


def _shown_as_denied(found: _Found, denied: Denied) -> _Found:
    """What is denied carries the point, though it be a spare picture; what may be, or where it is, has none.

    A plain bath at “never photographed in the bath” misleads, and so does a crossed one.
    """
    place = found.start, found.end
    if place in denied.unsure and not found.denied:
        return found._replace(show="more")
    return found._replace(show="key") if place in denied.things and found.show == "spare" else found


def _shown_as_likeness(found: _Found, tokens: Sequence[Token], lexicon: Lexicon) -> _Found:
    """What something is only compared with is not there to be seen: quiet as mice."""
    compared = found.idea in lexicon.senses and is_likeness(tokens, found.start, lexicon)
    return found._replace(show="more") if compared else found


def _doubted(one: Suggestion, found: _Found, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a picture that might be shown may say the opposite of its sentence; of a family’s own we know nothing."""
    sense = lexicon.senses.get(found.idea)
    if sense is None or not sense.crossed or found.show not in ("key", "spare"):
        return False
    features = features_of(tokens, found.start, found.end)
    return lexicon.doubts.about(features, sense.key, sense.topic, crossed=one.negated)


def _shown_as_listed(found: Sequence[_Found], tokens: Sequence[Token], lexicon: Lexicon) -> list[_Found]:
    """In a list with a key picture, spare things have theirs too: each thing listed has one."""
    shows = {(one.start, one.end): one.show for one in found}
    with_key = [run for run in find_lists(list(shows), tokens, lexicon, LONG_LIST) if "key" in map(shows.get, run)]
    raised = {place for run in with_key for place in run if shows[place] == "spare"}
    return [one._replace(show="key") if (one.start, one.end) in raised else one for one in found]


def _told_apart(found: Sequence[_Found], tokens: Sequence[Token], lexicon: Lexicon) -> list[_Found]:
    """Two ideas that stand in one list have two pictures, where the second has another of its own (lager and cider)."""
    told = {(one.start, one.end): one for one in found}
    for run in find_lists(list(told), tokens, lexicon, SHORT_LIST):
        used: dict[str, str] = {}
        for place in run:
            one = told[place]
            own = [key for key, why in one.pictures if why == "words" and used.get(key, one.idea) == one.idea]
            if own and one.pictures[0][1] == "words" and own[0] != one.pictures[0][0]:
                others = [pair for pair in one.pictures if pair[0] != own[0]]
                one = told[place] = one._replace(pictures=((own[0], "words"), *others))
            used.setdefault(one.pictures[0][0], one.idea)
    return [told[one.start, one.end] for one in found]


def _find(
    tokens: Sequence[Token], people: Sequence[Named], lexicon: Lexicon, chosen: ChosenPictures
) -> tuple[_Found, ...]:
    matches = find_matches(tokens, lexicon)
    names = [_person(one) for one in find_people(tokens, people, lexicon)]
    strong = [match for match in matches if match.fits and match.words > 1]
    named = [one for one in names if not any(_longer(match, one) for match in strong)]
    taken = {tokens[at].word for one in named for at in range(one.start, one.end)}
    mine = [_own(one) for one in find_own(tokens, chosen) if taken.isdisjoint(_words(one, tokens))]
    own = [one for one in mine if not any(_longer(match, one) for match in strong)]
    won = choose(matches, [(one.start, one.end) for one in (*named, *own)], tokens)
    things = [_thing(_after_modal(match, tokens, lexicon), matches, lexicon) for match in won]
    return tuple(sorted((*named, *own, *things)))


def _person(mention: Mention) -> _Found:
    pictures = tuple((key, "person") for key in mention.pictures[:MOST_PICTURES])
    return _Found(mention.start, mention.end, pictures, 1, "person", False, mention.idea)


def _own(place: OwnPlace) -> _Found:
    """A place whose words nobody but this family has a picture for."""
    pictures = tuple((key, "chosen") for key in dict.fromkeys(place.pictures))[:MOST_PICTURES]
    return _Found(place.start, place.end, pictures, len(pictures), "key", True, "")


def _words(place: OwnPlace, tokens: Sequence[Token]) -> set[int]:
    return {token.word for token in tokens[place.start : place.end]}


def _longer(match: Match, person: _Found) -> bool:
    """Whether a phrase of several words takes in a person’s name and more (Nan’s house)."""
    covers = match.start <= person.start and person.end <= match.end
    return covers and match.words > person.end - person.start


def _after_modal(match: Match, tokens: Sequence[Token], lexicon: Lexicon) -> Match:
    """The place of a phrase without a will or must that it begins with: no picture belongs to that."""
    begins = match.start + (tokens[match.start].core in lexicon.groups["modals"] and match.words > 1)
    return match._replace(start=begins)


def _thing(match: Match, matches: Sequence[Match], lexicon: Lexicon) -> _Found:
    """A sense’s pictures, then those of the other senses the same words could have."""
    sense = lexicon.senses[match.sense]
    others = (lexicon.senses[one.sense] for one in matches if one[:2] == match[:2] and one.sense != match.sense)
    pictures = dict.fromkeys(sense.icons, "words") | {
        icon: "meaning" for other in others for icon in other.icons if icon not in sense.icons
    }
    count = min(sense.together, len(sense.icons))
    place = match.start, match.end
    shown = tuple(pictures.items())[:MOST_PICTURES]
    return _Found(*place, shown, count, sense.show, sense.crossed and not match.denies, sense.key, match.denies)


def _with_chosen(found: _Found, chosen: ChosenPictures, tokens: Sequence[Token]) -> _Found:
    """The place with the pictures first that were chosen for the same idea before, the newest for these words."""
    words = " ".join(token.core for token in tokens[found.start : found.end])
    before = newest_first(chosen, found.idea, words)
    if not before:
        return found
    pictures = dict.fromkeys((key for one in before for key in one.pictures), "chosen")
    rest = ((key, why) for key, why in found.pictures if key not in pictures)
    together = min(len(set(before[0].pictures)), MOST_PICTURES)
    return found._replace(pictures=(*pictures.items(), *rest)[:MOST_PICTURES], together=together)


def _suggestion(found: _Found, tokens: Sequence[Token], text: str, negated: bool) -> Suggestion:
    start, end = tokens[found.start].word, tokens[found.end - 1].word + 1
    reason = " ".join(core(word.text) for word in split_words(text)[start:end])
    pictures, whys = zip(*found.pictures, strict=True)
    return Suggestion(start, end, pictures, found.together, negated, found.show == "key", reason, found.idea, whys)


def _mark_key(
    made: Sequence[Suggestion], found: Sequence[_Found], doubts: Sequence[bool], words: int
) -> tuple[Suggestion, ...]:
    """The suggestions, told which are key and which people are asked about: key ones, were they not doubted."""
    shows = [one.show for one in found]
    wanted = _key(made, shows, words)
    if not any(doubts):
        return tuple(replace(one, key=at in wanted) for at, one in enumerate(made))
    sure = ["more" if doubt else show for show, doubt in zip(shows, doubts, strict=True)]
    key = _key(made, sure, words)
    return tuple(replace(one, key=at in key, doubted=doubts[at] and at in wanted) for at, one in enumerate(made))


def _key(made: Sequence[Suggestion], shows: Sequence[str], words: int) -> Sequence[int]:
    """Key pictures; then spare ones where there is room; a person only where nothing else stands."""
    forward = range(len(made))
    # A sentence says what matters most at its end, so spare room is filled from there.
    spare = reversed(forward)
    chosen = _add(made, [at for at in forward if shows[at] == "key"], [], len(made))
    chosen = _add(made, [at for at in spare if shows[at] == "spare"], chosen, max(1, words // ROOM))
    return _add(made, [at for at in forward if shows[at] == "person"], chosen, 1)


def _add(made: Sequence[Suggestion], more: Sequence[int], chosen: Sequence[int], most: int) -> list[int]:
    """The chosen places and more of them, up to so many in all, no picture twice close together."""
    grown = list(chosen)
    for at in more:
        if len(grown) < most and not _repeats(made, at, grown):
            grown.append(at)
    return grown


def _repeats(made: Sequence[Suggestion], at: int, chosen: Sequence[int]) -> bool:
    """Whether the same picture is chosen already a few words away."""
    one = made[at]
    alike = (made[other] for other in chosen if made[other].pictures[0] == one.pictures[0])
    return any(max(one.start, other.start) - min(one.end, other.end) < CLOSE for other in alike)
