"""Where a value of the report stands in the document, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vanthu.contract.base import Proof
from vanthu.export.report.clipping import Clip

LOW = 0.8  # a confidence under this is shown


@dataclass(frozen=True)
class Source:
    """Where something stands: the cutting, or the quote with its context where there is no image."""

    page: int | None
    image: str | None
    before: str = ""
    quote: str = ""
    after: str = ""


def source(proof: Proof | None, clip: Clip, marks: Sequence[Proof] = ()) -> Source | None:
    """The source of a value; `marks` are the parts of it to be coloured on the cutting."""
    if proof is None:
        return None
    parts = (proof.prefix.rpartition("\n")[2], " ".join(proof.quote.split()), proof.suffix.partition("\n")[0])
    return Source(proof.page, clip(proof, marks), *parts)


def doubt_of(confidence: float | None) -> str:
    """A low confidence in words; empty where there is nothing to say."""
    return f"độ tin cậy {confidence:.0%}" if confidence is not None and confidence < LOW else ""
