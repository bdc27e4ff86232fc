"""How this program files documents: what was filed in another way is no longer true."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b

from vanthu.audit.across.bands import RECIPE as METHOD
from vanthu.audit.across.reader import reader


@cache
def recipe() -> str:
    """By its method, its words and its rules."""
    language = reader()
    rules = (c.rule.model_dump_json() for kind in language.words.values() for c in kind.compiled)
    told = "\n".join((language.vocabulary.words.model_dump_json(), *sorted(rules)))
    return f"{METHOD}; từ ngữ và quy tắc {blake2b(told.encode(), digest_size=8).hexdigest()}"
