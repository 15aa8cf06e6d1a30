"""A script that draws something and then fails, with a family’s words in its error."""

import os
from pathlib import Path

import streamlit as st

from plans.errors import PlanNotFound

st.text("Before the trouble")
if Path(os.environ["WORDS_AND_PICTURES_HOME"], "expected").exists():
    raise PlanNotFound("The plan ![x](http://tell.example/) of *Amara* is not here.")
raise ValueError("Dad drinks at 12 Elm Street")
