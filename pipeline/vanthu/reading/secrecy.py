"""Marks of state secrecy: looked for on every page while it is read, so that nothing of a marked document is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import cv2
import numpy as np
import numpy.typing as npt

from vanthu.document.page import Page, Word
from vanthu.errors import SecretError
from vanthu.reading.imaging import ink
from vanthu.reading.imaging.posture import Posture
from vanthu.reading.imaging.raster import A4_LONG, Pixels, Raster, turned
from vanthu.reading.recognition import ocr
from vanthu.rulebook.match import RuleSet
from vanthu.settings import Settings

LABEL = "SECRECY"
_TOP_LINES = 15  # of a transcript's page, which has no geometry
_APART = 1.2  # heights of a word: a wider gap parts a stamp from the print beside it
_FRAME = 20  # pixels
_SPARSE = 11  # Tesseract's page mode for scattered text
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

    def check_colour(
        self, raster: Raster, colour: npt.NDArray[np.bool_], pose: Posture, settings: Settings
    ) -> None:
        """Raises `SecretError` where the coloured ink of the upper part spells a mark."""
        upright = turned(colour.view(np.uint8), pose.rotation)
        top = upright[: round(upright.shape[0] * self.zone)]
        if self.rules is None or cv2.countNonZero(top) < settings.ink.min_share * upright.size:
            return
        x, y, width, height = cv2.boundingRect(top)
        part = np.s_[y : y + height, x : x + width]
        stamps = ink.alone(turned(raster.pixels, pose.rotation)[part], top[part] > 0)
        # what the file says of its size is no matter of trust here: a photograph may call itself a sheet of a metre
        dpi = round(max(upright.shape) / A4_LONG)
        tokens = ocr.read_image(_framed(stamps), dpi=dpi, mode=_SPARSE, engine=settings.engine)
        self._check(
            "\n".join(" ".join(t.text for t in line) for _, line in groupby(tokens, key=lambda t: t.line))
        )

    def _check(self, text: str) -> None:
        if self.rules is not None and self.rules.first(text) is not None:
            raise SecretError(_MESSAGE, where=self.where)


def _framed(stamps: Pixels) -> Pixels:
    """With paper around, without which the engine takes letters at an edge for a border."""
    white = (255, 255, 255, 255)
    framed = cv2.copyMakeBorder(stamps, *(_FRAME,) * 4, cv2.BORDER_CONSTANT, value=white)
    return np.asarray(framed, dtype=np.uint8)


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
