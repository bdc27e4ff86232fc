"""Texts as words that are looked for, and what somebody typed as a question about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import regex

from vanthu.orthography import fold, markless, nfc, strip_accents

_WORD = regex.compile(r"\p{L}+|\d+")
_PHRASE = regex.compile(r'"([^"]*)"|“([^”]*)”|(\S+)')


class Field(StrEnum):
    """What the words of a document or task stand for."""

    PLAIN = "plain"  # its text, without marks
    MARKED = "marked"  # its text, with marks
    UNITS = "units"  # who leads and helps; without marks
    ISSUER = "issuer"  # who issued the document; without marks


def marked(text: str) -> str:
    """The words of a text, one blank apart: case, composition, the place of tone marks and *i* or *y* don't count."""
    return " ".join(_WORD.findall(fold(nfc(text))))


def plain(text: str) -> str:
    """The same without any marks."""
    return markless(marked(text))


@dataclass(frozen=True)
class Term:
    """Words that follow one another in one field."""

    field: Field
    words: tuple[str, ...]


def terms(text: str) -> tuple[Term, ...]:
    """What a text asks for: all of its words, those in quotation marks one after the other.

    A text with any mark in it is meant to the letter; one without is typed by somebody who leaves marks out.
    """
    words = marked(text)
    if words == strip_accents(words):
        field, cut = Field.PLAIN, plain
    else:
        field, cut = Field.MARKED, marked
    found = (tuple(cut("".join(part.groups(""))).split()) for part in _PHRASE.finditer(nfc(text)))
    return tuple(Term(field, words) for words in found if words)


def named(field: Field, name: str | None) -> tuple[Term, ...]:
    """That a name stands in a field, whole; nothing where there is no name."""
    words = tuple(plain(name or "").split())
    return (Term(field, words),) if words else ()
