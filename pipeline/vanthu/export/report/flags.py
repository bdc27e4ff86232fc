"""How the pages were read, and the words that may have been read wrongly, as a report shows them: page by page, not all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from vanthu.contract.base import Place, Proof
from vanthu.contract.model import PublicPlan
from vanthu.contract.paper import PageFacts, PageFlag
from vanthu.export.page_names import GRADES, READINGS
from vanthu.export.report.clipping import Clip

_MOST_OF_A_PAGE = 8
_MOST_CUTTINGS = 40  # on a page of HTML that must stay small


@dataclass(frozen=True)
class ShownFlag:
    """A place to look at; `image` is a data URI, `None` where there is no cutting."""

    text: str
    reason: str
    candidates: tuple[str, ...]
    image: str | None


@dataclass(frozen=True)
class FlaggedPage:
    """The first places of a page, and how many more there are."""

    page: int
    flags: tuple[ShownFlag, ...]
    more: int


def shown_flags(contract: PublicPlan, clip: Clip) -> list[FlaggedPage]:
    """The first flags of each page, with cuttings as long as there is room for them; all of them stand in `plan.json`."""
    room = _MOST_CUTTINGS
    pages = []
    for number, group in groupby(sorted(contract.flags, key=lambda f: f.page), key=lambda f: f.page):
        flags = list(group)
        first = flags[:_MOST_OF_A_PAGE]
        pages.append(FlaggedPage(number, tuple(_shown(first, clip, room)), len(flags) - len(first)))
        room = max(0, room - len(first))
    return pages


def _shown(flags: Sequence[PageFlag], clip: Clip, room: int) -> Iterator[ShownFlag]:
    for index, flag in enumerate(flags):
        image = _cutting(flag, clip) if index < room else None
        yield ShownFlag(flag.text, flag.reason, flag.candidates, image)


def _cutting(flag: PageFlag, clip: Clip) -> str | None:
    if flag.box is None:
        return None
    proof = Proof(quote=flag.text, page=flag.page, places=(Place(page=flag.page, box=flag.box),))
    return clip(proof, [proof])


def page_line(page: PageFacts) -> str:
    """`Trang 3: nhận dạng từ ảnh, chất lượng khá – trang không có lớp chữ; đã xoay 90°`."""
    grade = f", chất lượng {GRADES[page.grade]}" if page.grade else ""
    reason = f" – {page.reason}" if page.reason else ""
    turned = [f"xoay {page.rotation}°"] if page.rotation else []
    turned += [f"chỉnh nghiêng {page.skew:.1f}°".replace(".", ",")] if round(page.skew, 1) else []
    put_right = f"; đã {', '.join(turned)}" if turned else ""
    return f"Trang {page.number}: {READINGS[page.reading]}{grade}{reason}{put_right}"
