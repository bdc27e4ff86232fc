"""What the text layer of a PDF page says, and whether that is believed."""

from __future__ import annotations

from typing import NamedTuple

from vanthu.document.page import Word
from vanthu.reading.digital.pdf.proof import NO_LAYER


class Layer(NamedTuple):
    """Words of a page, why they can't be believed (`None`: they can), and what was done to them, both in Vietnamese."""

    words: tuple[Word, ...] = ()
    doubt: str | None = NO_LAYER
    note: str = ""
