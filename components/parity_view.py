"""The same promises told twice: what the grown-ups agreed on the left, what the child’s page says on the right."""

import streamlit as st

from components import session
from components.html_text import small
from components.trouble import as_typed
from components.words import say
from plans import agreeing, parity
from plans.agreed_words import promise_with_name
from plans.editing import sentences_of, with_sentence
from plans.model import Phrase, Promise, Worry

# The part of the child’s page that a worry or a promise goes to first.
_PLACES = {Worry: "worries", Promise: "every_day"}


def parity_view() -> None:
    """Draw every worry and promise beside the child’s sentences, then the sentences that stand for none of them."""
    plan = session.plan()
    pairs = parity.pairs(plan)
    if not pairs:
        st.info(say("agree.parity_none"))
    for pair in pairs:
        with st.container(border=True, key=f"card_pair_{pair.agreed.id}"):
            left, right = st.columns(2)
            with left:
                agreed = pair.agreed
                st.text(promise_with_name(plan, agreed) if isinstance(agreed, Promise) else agreed.text)
            with right:
                parity_of(pair.agreed)
    if alone := [one for one in parity.only_on_the_page(plan) if one.text.strip()]:
        st.subheader(as_typed(say("agree.only_page")), anchor=False)
        small(say("agree.only_page_help"))
        for sentence in alone:
            st.text(sentence.text)


def parity_of(entry: Worry | Promise) -> None:
    """Draw what the child’s page says of it; one press puts a first sentence there, in the grown-ups’ own words."""
    plan = session.plan()
    pair = next(pair for pair in parity.pairs(plan) if pair.agreed.id == entry.id)
    for sentence in pair.sentences:
        small(say("agree.told", words=sentence.text))
    for what in pair.changed:
        st.warning(say(f"agree.changed_{what}"))
    if pair.changed:
        st.button(say("agree.fits"), key=f"fits_{entry.id}", on_click=session.after(lambda: _fits(entry.id)))
    if pair.state is parity.State.MISSING:
        st.warning(say("agree.missing"))
        small(say("agree.put_words", words=parity.first_sentence(plan, entry)))
        st.button(say("agree.put"), key=f"put_{entry.id}", on_click=session.after(lambda: _put(entry.id)))


def _put(identity: str) -> None:
    """Put a first sentence at the end of its part of the child’s page, and link both."""
    plan = session.plan()
    entry = agreeing.agreed_with_id(plan, identity)
    if not isinstance(entry, Worry | Promise):
        return
    section = _PLACES[type(entry)]
    said_by = entry.who if isinstance(entry, Promise) else ""
    told = with_sentence(plan, section, (Phrase(parity.first_sentence(plan, entry)),), said_by, session.kind())
    session.change(agreeing.with_link(told, identity, sentences_of(told, section)[-1].id))


def _fits(identity: str) -> None:
    plan = session.plan()
    pair = next((pair for pair in parity.pairs(plan) if pair.agreed.id == identity), None)
    for sentence in pair.sentences if pair else ():
        plan = agreeing.with_link(plan, identity, sentence.id)
    session.change(plan)
