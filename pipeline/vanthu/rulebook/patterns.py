"""From what a clerk writes in a rule to a compiled regular expression."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from vanthu.orthography import fold, fold_tones, nfc
from vanthu.rulebook.schema import Fragments, Rule

_FRAGMENT = regex.compile(r"\{([a-z][a-z0-9_]*)\}")
_TOKEN = regex.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[ ]+|.", regex.DOTALL)
_DEPTH = 10
_WORD_START = r"\m"


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


Branches = dict[str, "Branches"]
_END = ""


def _any_of(forms: Iterable[str]) -> str:
    """An expression for any of the forms, the longest that fits; what they begin with in common is tried once for all."""
    root: Branches = {}
    for form in forms:
        branch = root
        for character in " ".join(form.split()):
            branch = branch.setdefault(character, {})
        branch[_END] = {}
    return _written(root)


def _written(branch: Branches) -> str:
    ways = [_character(c) + _written(after) for c, after in branch.items() if c != _END]
    if not ways:
        return ""
    body = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{body})?" if _END in branch else body


def _character(character: str) -> str:
    return r"\s+" if character == " " else regex.escape(character)


def compile_rule(rule: Rule, fragments: Fragments) -> regex.Pattern[str]:
    """The rule's expression, to be used on text that went through `fold_tones`.

    Raises `KeyError`, `ValueError` or `regex.error` where the pattern is not valid.
    """
    if rule.pattern is not None:
        body = _flexible_blanks(expand(rule.pattern, fragments))
    else:
        body = _any_of(fold_tones(nfc(f)) if rule.case else fold(nfc(f)) for f in rule.forms)
    if rule.whole_words:
        start = (
            "" if body.startswith(_WORD_START) else r"(?<!\w)"
        )  # a pattern that says it itself is searched faster
        body = rf"{start}(?:{body})(?!\w)"
    flags = regex.VERSION0 if rule.case else regex.VERSION0 | regex.IGNORECASE
    return regex.compile(fold_tones(nfc(body)), flags)
