"""All hostile and broken files: what each is called, how it is made, and what may become of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from hostile import pdfs, pictures, texts, words


class Fate(Enum):
    """What a person is told in the end. Never a crash, a hang, or a defect of the program."""

    REFUSED = "refused"  # no result, one line says why
    READ = "read"  # a result
    EITHER = "either"  # a result or one line: libraries of other years may know better
    STUCK = "stuck"  # as EITHER, and it may take until its time is over


class Case(NamedTuple):
    """One file."""

    name: str
    make: Callable[[], bytes]
    fate: Fate


Makers = Mapping[str, Callable[[], bytes]]


def _cases(ending: str, fate: Fate, *groups: Makers) -> Iterator[Case]:
    return (Case(f"{name}{ending}", make, fate) for group in groups for name, make in group.items())


CASES = (
    *_cases(".pdf", Fate.REFUSED, pdfs.TRUNCATED, pdfs.REFUSED),
    *_cases(".pdf", Fate.READ, pdfs.READ),
    *_cases(".pdf", Fate.EITHER, pdfs.SURVIVED),
    *_cases(".pdf", Fate.STUCK, pdfs.STUCK),
    *_cases("", Fate.REFUSED, pictures.REFUSED),
    *_cases("", Fate.READ, pictures.READ),
    *_cases("", Fate.EITHER, pictures.SURVIVED),
    *_cases(".docx", Fate.REFUSED, words.REFUSED),
    *_cases(".docx", Fate.READ, words.READ),
    *_cases(".docx", Fate.EITHER, words.SURVIVED),
    *_cases(".docx", Fate.STUCK, words.STUCK),
    *_cases(".txt", Fate.REFUSED, texts.REFUSED),
    *_cases(".txt", Fate.READ, texts.READ),
    *_cases(".txt", Fate.EITHER, texts.SURVIVED),
    *_cases(".txt", Fate.STUCK, texts.STUCK),
)
QUICK = tuple(case for case in CASES if case.fate is not Fate.STUCK)
STUCK = tuple(case for case in CASES if case.fate is Fate.STUCK)


def write(cases: tuple[Case, ...], folder: Path) -> list[Path]:
    """The files, in a folder that is made."""
    folder.mkdir(parents=True)
    for case in cases:
        (folder / case.name).write_bytes(case.make())
    return [folder / case.name for case in cases]
