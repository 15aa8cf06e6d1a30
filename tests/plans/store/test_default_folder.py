"""Where plans are kept when nobody has said anything else."""

import sys

import pytest

from plans.store.files import default_folder


def test_plans_are_kept_where_the_organisation_says(monkeypatch, tmp_path):
    monkeypatch.setenv("WORDS_AND_PICTURES_HOME", str(tmp_path))
    assert default_folder() == tmp_path


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")
def test_plans_are_kept_in_the_persons_own_data_folder_otherwise(monkeypatch, tmp_path):
    monkeypatch.delenv("WORDS_AND_PICTURES_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "words-and-pictures"
