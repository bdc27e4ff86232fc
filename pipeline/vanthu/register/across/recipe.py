"""How this program files documents: what was filed in another way is no longer true."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b

from vanthu.audit.across.bands import RECIPE as METHOD
from vanthu.audit.across.reader import reader
from vanthu.rulebook.load import load_rulebook
from vanthu.rulebook.match import CompiledRule
from vanthu.understanding.units.home import general_rules

_SAID_ONLY = {"why", "examples", "counter_examples"}
"""What a rule tells its readers and changes no match."""


@cache
def recipe() -> str:
    """By its method, its words and its rules; by the rules of units too that tell whose day a duty is filed under."""
    language = reader()
    rules = [c for kind in language.words.values() for c in kind.compiled]
    rules += general_rules(load_rulebook()["UNIT"])
    told = "\n".join((language.vocabulary.words.model_dump_json(), *sorted(map(matching, rules))))
    return f"{METHOD}; từ ngữ và quy tắc {blake2b(told.encode(), digest_size=8).hexdigest()}"


def matching(compiled: CompiledRule) -> str:
    """All of a rule that decides what it matches: its expression with the fragments in it, not its reasons and examples."""
    rule = compiled.rule.model_dump_json(exclude=_SAID_ONLY | {"pattern", "forms"})
    return f"{compiled.pattern.written} {compiled.pattern.lean.flags} {rule}"
