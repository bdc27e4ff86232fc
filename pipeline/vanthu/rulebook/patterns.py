"""From what a clerk writes in a rule to a compiled regular expression."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from vanthu.orthography import fold, fold_spelling, nfc
from vanthu.rulebook.lean import lean
from vanthu.rulebook.literals import Strings, literals
from vanthu.rulebook.schema import Fragments, Rule
from vanthu.rulebook.trie import any_of

_FRAGMENT = regex.compile(r"\{([a-z][a-z0-9_]*)\}")
_TOKEN = regex.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[ ]+|.", regex.DOTALL)
_DEPTH = 10
_WORD_START = r"\m"
_RUN = regex.compile(r"\s\s")
_REMEMBERED = 1024  # texts


def expand(pattern: str, fragments: Fragments) -> str:
    """The pattern with every `{name}` put in, fragments within fragments too; one that lists phrases stands for any of them.

    Raises `KeyError` for an unknown name and `ValueError` for fragments that contain each other.
    """
    for _ in range(_DEPTH):
        expanded = _FRAGMENT.sub(lambda m: f"(?:{_fragment(fragments[m[1]])})", pattern)
        if expanded == pattern:
            return pattern
        pattern = expanded
    raise ValueError("fragments contain each other")


def _fragment(fragment: str | tuple[str, ...]) -> str:
    return fragment if isinstance(fragment, str) else _any_of(fragment)


def _flexible_blanks(pattern: str) -> str:
    """Blanks outside of character classes become any run of white space; ` ?` is one that may be missing."""
    return "".join(r"(?:\s+)" if t.startswith(" ") else t for t in _TOKEN.findall(pattern))


def _any_of(forms: Iterable[str]) -> str:
    """An expression for any of the forms, whose blanks are any run of white space."""
    return any_of((" ".join(form.split()) for form in forms), blank=r"\s+")


class Expression(NamedTuple):
    """A rule's expression: as its author wrote it, and as it is matched on nearly all texts."""

    written: str
    lean: regex.Pattern[str]
    literals: tuple[Strings, ...] = ()  # a text that it matches holds one of each set

    def on(self, text: str) -> regex.Pattern[str]:
        """What to match on a text that went through `fold_spelling`."""
        return _compiled(self.written, self.lean.flags) if has_runs_of_blanks(text) else self.lean


@lru_cache(_REMEMBERED)
def has_runs_of_blanks(text: str) -> bool:
    """Whether two blanks stand in a row."""
    return _RUN.search(text) is not None


@cache
def _compiled(expression: str, flags: int) -> regex.Pattern[str]:
    return regex.compile(expression, flags)


def compile_rule(rule: Rule, fragments: Fragments) -> Expression:
    """The rule's expression, to be used on text that went through `fold_spelling`.

    Raises `KeyError`, `ValueError` or `regex.error` where the pattern is not valid.
    """
    if rule.pattern is not None:
        body = _flexible_blanks(expand(rule.pattern, fragments))
    else:
        body = _any_of(fold_spelling(nfc(f)) if rule.case else fold(nfc(f)) for f in rule.forms)
    if rule.whole_words:
        start = (
            "" if body.startswith(_WORD_START) else r"(?<!\w)"
        )  # a pattern that says it itself is searched faster
        body = rf"{start}(?:{body})(?!\w)"
    flags = regex.VERSION0 if rule.case else regex.VERSION0 | regex.IGNORECASE
    written = fold_spelling(nfc(body))
    return Expression(written, regex.compile(lean(written), flags), literals(written))
