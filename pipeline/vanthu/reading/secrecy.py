"""Marks of state secrecy: looked for on every page while it is read, so that nothing of a marked document is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple, NoReturn

from vanthu.document.page import Page, Word
from vanthu.errors import SecretError
from vanthu.rulebook.match import RuleSet

LABEL = "SECRECY"
_TOP_LINES = 15  # of a transcript's page, which has no geometry
_APART = 1.2  # heights of a word: a wider gap parts a stamp from the print beside it
_KEPT = "đã dừng, không lưu lại gì"
_SURE = f"{_KEPT}; hãy chuyển cho người được giao xử lý văn bản mật"
_SUSPECTED = f"{_KEPT}; cần người xem bản gốc"
_OVERRULED = "nếu chắc không phải văn bản mật, chạy lại với --not-secret TỆP --by TÊN"


class Cleared(NamedTuple):
    """A person's word that a file, by the hash of its bytes, is no state secret, whatever mark is seen on it."""

    sha256: str
    who: str


@dataclass(frozen=True)
class Guard:
    """Knows the marks, and stops the work on a document that bears one. Without rules it lets everything pass."""

    rules: RuleSet | None
    where: str
    zone: float  # upper share of a page where marks stand

    def check_page(self, page: Page, words: Sequence[Word]) -> None:
        """Raises `SecretError` where a mark stands alone near the top of the page."""
        if self.rules is None:
            return
        if page.height is None:
            first = _first_lines(words)
            top = [w for w in words if w.line in first]
        else:
            limit = page.height * self.zone
            top = [w for w in words if w.box is not None and w.box.y0 < limit]
        self._check("\n".join(_pieces(top)), page.number)

    @property
    def watches(self) -> bool:
        """Whether there are rules to look by."""
        return self.rules is not None

    def check_stamp(self, lines: Sequence[str], page: int | None = None) -> None:
        """Raises `SecretError` where the lines of one stamp, alone or together, spell a mark; `page` is `None` where there are no pages."""
        self._check("\n".join((*lines, "", " ".join(lines))), page)

    def suspect(self, page: int, seen: str) -> NoReturn:
        """Raises `SecretError`: something looks like a mark, and a person has to look. `seen` says what, in a few Vietnamese words."""
        self._stop(page, f"nghi có dấu chỉ độ mật ({seen}); {_SUSPECTED}")

    def _check(self, text: str, page: int | None) -> None:
        found = self.rules.first(text) if self.rules is not None else None
        if found is not None:
            self._stop(page, f"có dấu chỉ độ mật (đọc rõ: {found.rule.value}); {_SURE}")

    def _stop(self, page: int | None, told: str) -> NoReturn:
        place = f"trang {page} " if page else ""
        raise SecretError(f"{place}{told}; {_OVERRULED}", where=self.where)


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
