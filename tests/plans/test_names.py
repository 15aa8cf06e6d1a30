"""Names with quotes, marks and letters of every kind are printed as they are, or named before printing."""

import pytest

from plans.errors import WordsNotDrawable
from plans.export import set_pages
from plans.model import Person
from plans.render.html import to_html
from plans.render.pdf import to_pdf
from plans.render.svg import to_svg
from plans.yaml_format import dump_plan, load_plan
from tests.plans.invented import family, plan_of, words_on

NAMES = {
    "quotes": 'Mum "Gee" O’Brien',
    "script": "<script>alert(1)</script>",
    "Markdown": "**Mum** _x_ [y](star) # `z`",
    "HTML entity": "&lt;b&gt; &amp; ]]>",
    "Arabic": "محمد علي",
    "Hebrew": "שרה",
    "Bengali": "নানী আম্মু",
    "Ukrainian": "Оксана Їжак",
    "Polish": "Małgorzata Wiśniewska",
    "two scripts in one word": "Mum/মা",
    "two scripts in one word, with a bracket": "Mum(মা)",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_with_any_letters_we_have_is_printed_as_it_is(name):
    plan = family(people=(Person("p", name),), copies=(name,))
    plan = load_plan(dump_plan(plan))
    document, book = set_pages(plan)
    assert " ".join(words_on(document, ident="person-p")).replace(" ", "") == name.replace(" ", "")
    assert to_pdf(document, book).startswith(b"%PDF-")
    made = to_html(document, book) + "".join(to_svg(page, book) for page in document.pages)
    assert "<script" not in made
    assert "<b>" not in made


@pytest.mark.parametrize("word", ["আম্মু,", "שלום,", "محمد،", "নানী’র", "“আম্মু”", "ਨਾਨੀ;", "(мама)"])
def test_punctuation_may_stand_at_a_word_of_any_script(word):
    document, book = set_pages(plan_of(f"{word} [x](star)"))
    assert "".join(words_on(document, ident="s1")) == word + "x"
    assert to_pdf(document, book).startswith(b"%PDF-")


def test_words_without_letters_in_our_fonts_are_named_before_printing():
    plan = family("We love 🎂 and 中文 and 🎂.", people=(Person("p", "Nan 👵🏾"),), copies=("☎", "→", "①"))
    with pytest.raises(WordsNotDrawable) as refused:
        set_pages(plan)
    assert refused.value.words == ("👵🏾", "☎", "→", "①", "🎂", "中文", "🎂.")
    assert str(refused.value) == (
        "Our fonts have no letters for “👵🏾”, “☎”, “→”, “①”, “🎂”. Write them another way to print."
    )
