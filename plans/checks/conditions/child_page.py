"""The child’s page beside the agreement: each worry is told, plainly, in words that the child can read."""

from collections import Counter
from collections.abc import Iterator

from plans.checks.checked import At, Checked
from plans.checks.reading import is_common, reading_age, syllables, words_of
from plans.checks.rule import Rule
from plans.editing import sentences_of
from plans.model import Worry
from plans.parity import pairs

_FEW = 6


def untold_worry(_: Rule, checked: Checked) -> Iterator[At]:
    """A worry that no sentence of the child’s page tells."""
    if not checked.sentences:
        return
    for pair in pairs(checked.plan):
        if isinstance(pair.agreed, Worry) and not pair.sentences:
            yield At(pair.agreed.id, words=pair.agreed.text)


def softened_worry(rule: Rule, checked: Checked) -> Iterator[At]:
    """The worry names a hard thing (a blow, a drink, a weapon), and the sentences that tell it name none at all."""
    for pair in pairs(checked.plan):
        if not isinstance(pair.agreed, Worry) or not pair.sentences:
            continue
        told = " ".join(one.text for one in pair.sentences)
        hard = rule.groups["hard"].search(pair.agreed.text)
        if hard and not any(group.search(told) for group in rule.groups.values()):
            first = pair.sentences[0]
            yield At(first.id, words=first.text, parts={"words": hard[0]})


def no_meeting_day(rule: Rule, checked: Checked) -> Iterator[At]:
    """Nothing tells the child on which day everybody meets again."""
    if checked.kind.parts or not checked.sentences:
        return
    meeting = sentences_of(checked.plan, "meet_again")
    texts = [one.text for one in meeting] or [
        one.said.text for one in checked.told if rule.groups["meet"].search(one.said.text)
    ]
    if not any(rule.groups["day"].search(text) for text in texts):
        yield At(meeting[0].id if meeting else "", words=meeting[0].text if meeting else "")


def hard_to_read(rule: Rule, checked: Checked) -> Iterator[At]:
    """The page reads harder than the youngest child who reads can; a formula and a word count must both say so.

    Formulas count syllables, and “grandmother” is no hard word; so common words are counted as well.
    """
    ages = [one.age for one in checked.plan.children if one.age is not None]
    texts = [one.said.text for one in checked.told]
    if not ages or len(texts) < _FEW:
        return
    age = max(min(ages), 6)
    words = Counter(word for text in texts for word in words_of(text))
    syllable_count = sum(syllables(word) * count for word, count in words.items())
    reads = reading_age(syllable_count, words.total(), len(texts))
    hard = Counter({word.lower(): n for word, n in words.items() if not is_common(word, rule.groups["easy"])})
    if reads > age + 1 and 100 * hard.total() > rule.limit * words.total():
        most = ", ".join(sorted(hard, key=len, reverse=True)[:6])
        yield At(parts={"reads": str(round(reads)), "age": str(age), "words": most})


def long_sentences(rule: Rule, checked: Checked) -> Iterator[At]:
    """The sentences of the page have, on average, more words than the limit."""
    counts = [one.said.text.count(" ") + 1 for one in checked.told]
    if len(counts) >= _FEW and sum(counts) > rule.limit * len(counts):
        yield At(parts={"count": str(round(sum(counts) / len(counts)))})


CONDITIONS = {
    "untold_worry": untold_worry,
    "softened_worry": softened_worry,
    "no_meeting_day": no_meeting_day,
    "hard_to_read": hard_to_read,
    "long_sentences": long_sentences,
}
