"""What can stop the program’s job, each with one sentence for the screen.

PlanError
├── PlanFileBroken     the file cannot be read as a plan
├── PlanTooLarge       the file or the plan is past a limit
├── PlanNotFound       there is no such plan here
├── PlanChanged        somebody saved this plan after you opened it
├── StoreTrouble       the disk or folder refuses
├── PictureRefused     an uploaded picture cannot be used
├── AgreementRefused   a paper cannot be brought in
├── WordsNotDrawable   the fonts lack letters for some words
└── DataFileBroken     one of the program’s own data files is wrong
"""


class PlanError(Exception):
    """Something stops the job; the message says what is wrong and what to do."""


class PlanFileBroken(PlanError):
    """This file cannot be read as a plan."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class PlanTooLarge(PlanError):
    """This plan is larger than the program takes."""


class PlanNotFound(PlanError):
    """There is no such plan here."""


class PlanChanged(PlanError):
    """Someone else saved this plan after you opened it."""


class StoreTrouble(PlanError):
    """The folder where plans are kept refuses to read or write."""


class PictureRefused(PlanError):
    """This picture cannot be used."""


class AgreementRefused(PlanError):
    """This paper cannot be brought in."""


class WordsNotDrawable(PlanError):
    """Some words have letters that the fonts cannot draw."""

    def __init__(self, message: str, words: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.words = words


class DataFileBroken(PlanError):
    """One of the program’s own data files is wrong."""
