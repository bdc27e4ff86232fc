r"""Expressions that run away, found before they are used: each is tried on texts grown from the rule's own examples.

What repeats inside what repeats (`(\w{1,9} ?){1,40};`) takes twice as long for every further word that almost fits. So every word of an example is
said over and over where it stands, and then comes what nothing expects; the example follows once more, for an expression is
not tried at all where a letter that it can't do without is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vanthu.orthography import fold_spelling
from vanthu.rulebook.patterns import Expression
from vanthu.rulebook.schema import Rule

SHORT = 300  # characters; longer texts are matched by the clock, which costs a sixth of the time
PATIENCE_S = 1.0  # of the processor; what does not run away takes a thousandth of it
_UNEXPECTED = "\x01"
_WORD = regex.compile(r"\S+\s*")


def runs_away(rule: Rule, pattern: Expression) -> bool:
    """Whether an expression takes too long on a text that is short enough to be matched without the clock."""
    try:
        for example in rule.examples:
            for text in _grown(fold_spelling(example.text)):
                pattern.on(text).search(text, timeout=PATIENCE_S)
    except TimeoutError:
        return True
    return False


def _grown(example: str) -> Iterator[str]:
    """The example up to each of its words, which then goes on, once with blanks and once without."""
    for word in _WORD.finditer(example):
        room = SHORT - 1 - word.end() - len(example)
        said = word[0].rstrip()
        for more in (f"{said} ", said[-1]):
            yield example[: word.end()] + more * (room // len(more)) + _UNEXPECTED + example
