"""Cards of findings: the words, what the check says, a better wording at one press, or a reason to let it stand."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from hashlib import sha256

import streamlit as st

from components import session
from components.html_text import small
from components.trouble import as_typed
from components.words import say
from plans.checks.mend import FIELDS, mended, reworded, whole_text
from plans.checks.overrides import mark_of, with_override, without_override
from plans.checks.report import words_at
from plans.checks.run import Finding
from plans.clean_text import clean_text
from plans.model import LONGEST_NOTE, Override

_ICONS = {"must": ":material/error:", "should": ":material/lightbulb:", "think": ":material/help:"}
_LONGEST = 140


def finding_cards(found: Sequence[Finding], *, alone: bool = False) -> None:
    """Draw a card for each finding; `alone`, away from its sentence, it shows that, under the head of its level."""
    for one in found:
        with st.container(border=True, key=f"card_finding_{_key(one)}"):
            _card(one, alone=alone)


def let_stand_cards(let_stand: Sequence[tuple[Finding, Override]]) -> None:
    """Draw what people let stand, each with its reason, and a way to take that back."""
    for one, override in let_stand:
        with st.container(border=True, key=f"card_stands_{_key(one)}"):
            st.markdown(as_typed(one.message))
            _text(one)
            small(say("check.because", reason=override.reason))
            st.button(say("check.take_back"), key=f"back_{_key(one)}", on_click=session.after(partial(_back, one)))


def _card(one: Finding, *, alone: bool) -> None:
    level = "" if alone else f"**{say(f'check.{one.level}')}** · "
    st.markdown(f"{_ICONS[one.level]} {level}{as_typed(one.message)}")
    if alone:
        _text(one)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if one.swap:
            _swap(one)
        text = whole_text(session.plan(), one)
        if text or (one.rewording and not one.swap):
            _answer(one, text)
        _let_stand(one)
        _why(one)


def _text(one: Finding) -> None:
    text = words_at(session.plan(), one)
    if text:
        small(text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…")


def _swap(one: Finding) -> None:
    """One press puts the plain words there."""
    st.button(
        as_typed(say("check.use", words=one.rewording)), key=f"use_{_key(one)}", type="primary",
        on_click=session.after(lambda: _mend(one)),
    )  # fmt: skip


def _answer(one: Finding, text: str) -> None:
    """A question is answered where the words stand: all of the text, to be put another way."""
    with st.popover(say("check.answer" if text else "check.how"), key=f"answer_{_key(one)}"):
        st.markdown(as_typed(one.rewording or one.message))
        if not text:
            return
        key = f"words_{_key(one)}"
        st.text_area(say("check.words"), text, key=key, height=100, max_chars=FIELDS[one.field])
        st.button(
            say("check.put_in"), key=f"put_in_{_key(one)}", type="primary",
            on_click=session.after(lambda: _reword(one, text, str(session.value(key) or ""))),
        )  # fmt: skip


def _let_stand(one: Finding) -> None:
    with st.popover(say("check.let_stand"), key=f"stand_{_key(one)}"):
        key = f"reason_{_key(one)}"
        st.text_input(say("check.reason"), key=key, max_chars=LONGEST_NOTE)
        small(say("check.reason_help"))
        st.button(
            say("check.stands"), key=f"stands_{_key(one)}",
            on_click=session.after(lambda: _override(one, str(session.value(key) or ""))),
        )  # fmt: skip


def _why(one: Finding) -> None:
    with st.popover(say("check.why"), key=f"why_{_key(one)}"):
        st.markdown(as_typed(one.why))
        small(say("check.source", source=one.source))


def _mend(one: Finding) -> None:
    session.change(mended(session.plan(), one, one.rewording))
    session.renew_widgets()


def _reword(one: Finding, before: str, text: str) -> None:
    if whole_text(session.plan(), one) != before:  # somebody went on writing: nothing newer is written over
        st.toast(say("check.changed"))
        return
    session.change(reworded(session.plan(), one, clean_text(text, FIELDS[one.field])))
    session.renew_widgets()


def _override(one: Finding, reason: str) -> None:
    reason = clean_text(reason, LONGEST_NOTE).strip()
    if reason:
        session.change(with_override(session.plan(), one, reason, date.today()))


def _back(one: Finding) -> None:
    session.change(without_override(session.plan(), one))


def _key(one: Finding) -> str:
    """A key that is a finding’s own while nothing changes where it stands, and tells nothing of the words."""
    told = repr((one, mark_of(session.plan(), one)))
    return sha256(told.encode()).hexdigest()[:12]
