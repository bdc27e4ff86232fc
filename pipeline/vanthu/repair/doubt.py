"""Which words are unsure: only these may be mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

from vanthu.document.page import Dispute, Word
from vanthu.repair.letters import core, could_slip
from vanthu.repair.measures import Measures


class Trust(IntEnum):
    """How far a word's reading is believed."""

    SURE = 0  # never touched
    SLIPPERY = 1  # well read, but on a page where hooks are taken for acutes: only that may be undone
    BLURRED = 2  # well read, but on a page where all marks are blurred
    UNSURE = 3
    DOUBTFUL = 4


def trust(words: Sequence[Word], disputes: Sequence[Dispute], measures: Measures) -> list[Trust]:
    """The trust in each word. What was not recognised but typed is sure."""
    disputed = {index for dispute in disputes for index in dispute.words}
    blur = _blur(words, measures)
    return [
        Trust.DOUBTFUL if index in disputed else _trust(word, blur.get(word.page, Trust.SURE), measures)
        for index, word in enumerate(words)
    ]


def _trust(word: Word, page: Trust, measures: Measures) -> Trust:
    if word.confidence is None:
        return Trust.SURE
    if word.confidence < measures.doubtful:
        return Trust.DOUBTFUL
    if word.confidence < measures.unsure:
        return Trust.UNSURE
    if page is Trust.SURE and word.confidence < measures.hooked:
        page = Trust.SLIPPERY
    if page is not Trust.SLIPPERY:
        return page
    letters = core(word.text)
    return page if letters and could_slip(letters.folded) else Trust.SURE


def _blur(words: Sequence[Word], measures: Measures) -> dict[int, Trust]:
    """Pages with many words that were hard to read: there even well-read marks are blurred."""
    all_words: Counter[int] = Counter()
    hard: Counter[int] = Counter()
    for word in words:
        if word.confidence is not None and core(word.text):
            all_words[word.page] += 1
            hard[word.page] += word.confidence < measures.hard
    shares = {page: hard[page] / count for page, count in all_words.items()}
    return {
        page: Trust.BLURRED if share > measures.blurred_share else Trust.SLIPPERY
        for page, share in shares.items()
        if share > measures.slippery_share
    }
