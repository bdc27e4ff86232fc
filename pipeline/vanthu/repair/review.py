"""Whether a value of later layers rests on words that a person should look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vanthu.document.page import Flag


class Review:
    """Flags by the words that they touch."""

    def __init__(self, flags: Sequence[Flag]) -> None:
        self._of_word = {word: flag for flag in reversed(flags) for word in flag.words}

    def of(self, words: Iterable[int]) -> str | None:
        """Why a person should look at a value made of these words (indices into `Plan.words`); `None` where nobody need."""
        touched = dict.fromkeys(self._of_word[word].reason for word in words if word in self._of_word)
        return "; ".join(touched) or None
