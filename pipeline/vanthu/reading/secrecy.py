"""Marks of state secrecy: looked for on every page while it is read, so that nothing of a marked document is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NoReturn

from vanthu.document.page import Page, Word
from vanthu.errors import SecretError
from vanthu.rulebook.match import RuleSet

LABEL = "SECRECY"
_TOP_LINES = 15  # of a transcript's page, which has no geometry
_APART = 1.2  # heights of a word: a wider gap parts a stamp from the print beside it
_MESSAGE = "có dấu chỉ độ mật; chương trình đã dừng, không lưu lại gì; hãy chuyển cho người được giao xử lý văn bản mật"


@dataclass(frozen=True)
class Guard:
    """Knows the marks, and stops the work on a document that bears one. Without rules it lets everything pass."""

    rules: RuleSet | None
    where: str
    zone: float  # upper share of a page where marks stand

    def check_page(self, page: Page, words: Sequence[Word]) -> None:
        """Raises `SecretError` where a mark stands alone near the top of the page."""
        if page.height is None:
            first = _first_lines(words)
            top = [w for w in words if w.line in first]
        else:
            limit = page.height * self.zone
            top = [w for w in words if w.box is not None and w.box.y0 < limit]
        self._check("\n".join(_pieces(top)))

    @property
    def watches(self) -> bool:
        """Whether there are rules to look by."""
        return self.rules is not None

    def check_stamp(self, lines: Sequence[str]) -> None:
        """Raises `SecretError` where the lines of one stamp, alone or together, spell a mark."""
        self._check("\n".join((*lines, "", " ".join(lines))))

    def refuse(self) -> NoReturn:
        """Raises `SecretError`: a mark was seen."""
        raise SecretError(_MESSAGE, where=self.where)

    def _check(self, text: str) -> None:
        if self.rules is not None and self.rules.first(text) is not None:
            self.refuse()


def _first_lines(words: Iterable[Word]) -> frozenset[int]:
    return frozenset(sorted({w.line for w in words})[:_TOP_LINES])


def _pieces(words: Sequence[Word]) -> Iterable[str]:
    """Lines, parted where a wide gap shows that two things stand beside each other."""
    for _, group in groupby(words, key=lambda w: w.line):
        piece: list[Word] = []
        for word in group:
            if piece and _is_apart(piece[-1], word):
                yield " ".join(w.text for w in piece)
                piece = []
            piece.append(word)
        yield " ".join(w.text for w in piece)


def _is_apart(left: Word, right: Word) -> bool:
    if left.box is None or right.box is None:
        return False
    return right.box.x0 - left.box.x1 > _APART * max(left.box.height, right.box.height)
