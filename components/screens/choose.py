"""Choose: a few plain questions lead to the right document, say why, and warn where a document would do harm."""

import streamlit as st

from components import session
from components.alone import is_alone
from components.html_text import lead, small
from components.trouble import as_typed
from components.words import say
from plans.chooser.choose import Offer, Question, advised, answers_of, asked, load_chooser, offered, with_answer
from plans.document_type import document_type_ids, load_document_type
from plans.model import Plan

_ABUSE = "abuse"


def choose_screen() -> None:
    """Draw the questions, once somebody says that they look at them alone, beside what they lead to."""
    st.title(say("choose.title"), anchor=False)
    lead(say("choose.lead"))
    if not is_alone():
        return
    left, right = st.columns(2, gap="large")
    with left:
        _questions()
    with right, st.container(key="choose_result"):
        _result()


def _questions() -> None:
    answers = answers_of(session.plan())
    for question in asked(load_chooser(), answers):
        _question(question, answers.get(question.id, ""))
    if answers.get(_ABUSE) in ("yes", "not_sure"):
        _who_is_harmed()


def _question(question: Question, answer: str) -> None:
    options = list(question.options)
    key = f"ask_{question.id}_{session.open_plan_work().plan_id}_{session.fresh()}"
    st.radio(
        question.text, options, options.index(answer) if answer in options else None, key=key,
        format_func=lambda one: question.options[one], help=question.help or None,
        on_change=session.after(lambda: _answer(question.id, session.value(key))),
    )  # fmt: skip


def _answer(question: str, answer: object) -> None:
    session.change(with_answer(session.plan(), question, str(answer or "")))


def _who_is_harmed() -> None:
    """Who is harmed by whom: kept apart, printed nowhere, and left out of a plan file that is handed on."""
    small(say("choose.private"))
    plan = session.plan()
    names = {one.id: one.name for one in plan.everyone}
    for field, chosen in (("harmed", plan.private.harmed), ("harms", plan.private.harms)):
        key = f"private_{field}_{session.open_plan_work().plan_id}_{session.fresh()}"
        st.multiselect(
            say(f"choose.{field}"), list(dict.fromkeys((*names, *chosen))), default=list(chosen), key=key,
            format_func=lambda one: names.get(one, one), placeholder=say("choose.nobody"),
            on_change=_keep_apart, args=(field, key),
        )  # fmt: skip


def _keep_apart(field: str, key: str) -> None:
    session.take_in()
    session.keep_apart(field, session.value(key))


def _result() -> None:
    """What speaks against a document comes before it, what to think of beside it comes after."""
    chooser, plan = load_chooser(), session.plan()
    answers = answers_of(plan)
    advice, offer = advised(chooser, answers), offered(chooser, answers)
    for one in advice:
        if one.stop:
            st.warning(as_typed(one.text))
    if offer:
        _offer(offer, plan)
    else:
        open_questions = [one.text for one in asked(chooser, answers) if not answers.get(one.id)]
        st.info(as_typed(say("choose.more", count=len(open_questions))))
    for one in advice:
        if not one.stop:
            st.info(as_typed(one.text))
    _all_documents()


def _offer(offer: Offer, plan: Plan) -> None:
    kind = load_document_type(offer.document)
    with st.container(border=True, key="card_offer"):
        st.subheader(as_typed(kind.name), anchor=False)
        st.text(offer.why)
        if offer.document == plan.document:
            small(say("choose.taken"))
        if st.button(say("choose.take"), key="take_document", type="primary"):
            session.take_document(offer.document)


def _all_documents() -> None:
    with st.expander(say("choose.all")):
        for name in document_type_ids():
            kind = load_document_type(name)
            st.markdown(f"**{as_typed(kind.name)}**", help=None)
            small(kind.use)
