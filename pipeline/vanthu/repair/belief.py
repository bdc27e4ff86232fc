"""Words that are believed although they were hard to read, because their neighbours speak for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from vanthu.document.page import Word
from vanthu.orthography import fold
from vanthu.repair.letters import core
from vanthu.repair.lexicon import Lexicon

_NUMERAL = regex.compile(r"[IVX]{1,5}[.]?")
_JOINT = regex.compile("[/-]")
_AROUND = "()[].,;:\"'“”‘’"
_FAIR = 0.5


def believed(
    words: Sequence[Word], others: Mapping[int, tuple[str, ...]], lexicon: Lexicon
) -> frozenset[int]:
    """Indices of words that stand beside a word that they are known to stand beside, while no other reading fits better;
    of common words that no other reading replaces with a better one; of known terms; and of syllables joined by signs
    (*lần/tuần*, *b/c*) where every other reading has a piece that is none.
    """
    return frozenset(
        n for n, word in enumerate(words) if _is_believed(words, n, word, others.get(n, ()), lexicon)
    )


def _is_believed(
    words: Sequence[Word], index: int, word: Word, others: Sequence[str], lexicon: Lexicon
) -> bool:
    confidence = 1.0 if word.confidence is None else word.confidence
    parts = core(word.text)
    if _NUMERAL.fullmatch(word.text):
        return confidence >= _FAIR
    if parts is None:
        joined = _are_joined(word.text, lexicon) and not any(_are_joined(o, lexicon) for o in others)
        return joined and bool(others) and confidence >= _FAIR
    if parts.letters in lexicon.terms.values():
        return True
    own = partners(words, index, word.text, lexicon)
    rivals = max((partners(words, index, other, lexicon) for other in others), default=0)
    if rivals > own:
        return False
    return own > 0 or (confidence >= _FAIR and parts.folded in lexicon.alone)


def partners(words: Sequence[Word], index: int, text: str, lexicon: Lexicon) -> int:
    """How many neighbours, on both sides, a reading is known to stand beside."""
    own = core(text)
    if own is None:
        return 0
    before = core(words[index - 1].text) if index else None
    after = core(words[index + 1].text) if index + 1 < len(words) else None
    left = before is not None and (before.folded, own.folded) in lexicon.pairs
    return left + (after is not None and (own.folded, after.folded) in lexicon.pairs)


def _are_joined(text: str, lexicon: Lexicon) -> bool:
    """Whether the pieces of a word with a stroke or a dash inside are known syllables or single letters."""
    pieces = _JOINT.split(text.strip(_AROUND))
    return len(pieces) > 1 and all(
        piece.isalpha() and (len(piece) == 1 or fold(piece) in lexicon.syllables) for piece in pieces
    )
