"""What the shapes of a picture mean: one line of signs with their words."""

from __future__ import annotations

from collections.abc import Sequence

from vanthu.export.picture.letters import width
from vanthu.export.picture.svg import Drawing

LEGEND_HEIGHT = 34.0
_SIZE = 11.0
_SIGN = 34.0
_GAP = 24.0
_ARROWS = {
    "arrow": "vt-arrow",
    "weak": "vt-arrow vt-weak",
    "chain": "vt-arrow vt-chain",
    "wrong": "vt-arrow vt-wrong",
}

Entry = tuple[str, str]
"""A kind of sign, and what it means."""

MARKS: tuple[Entry, ...] = (
    ("due", "hạn vào một ngày"),
    ("counted", "hạn tính từ một mốc"),
    ("window", "khoảng thời gian"),
    ("beats", "định kỳ"),
)
"""The marks of time that all pictures share."""


def draw_legend(canvas: Drawing, entries: Sequence[Entry], *, x: float, y: float) -> None:
    """Signs with their meaning; `y` is the upper edge of the line."""
    middle = y + LEGEND_HEIGHT / 2
    for kind, words in entries:
        _sign(canvas, kind, x, middle)
        canvas.text(x + _SIGN, middle + 4, words, size=_SIZE, class_="vt-soft")
        x += _SIGN + width(words, _SIZE) + _GAP


def _sign(canvas: Drawing, kind: str, x: float, y: float) -> None:
    if kind in _ARROWS:
        head = "vt-head vt-wrong" if kind == "wrong" else "vt-head"
        canvas.add("path", class_=_ARROWS[kind], d=f"M{x:g} {y:g}h20")
        canvas.add("path", class_=head, d=f"M{x + 28:g} {y:g}l-8 -4.5v9z")
        return
    match kind:
        case "due" | "counted":
            canvas.add("path", class_=f"vt-{kind}", d=f"M{x + 9:g} {y:g}l7 -7l7 7l-7 7z")
        case "window":
            canvas.add("rect", class_="vt-window", x=x, y=y - 6, width=28, height=12, rx=3)
        case "beats":
            canvas.add("path", class_="vt-thread", d=f"M{x:g} {y:g}h28")
            for step in (2, 14, 26):
                canvas.add("circle", class_="vt-beat", cx=x + step, cy=y, r=4)
        case "point":
            canvas.add("circle", class_="vt-point", cx=x + 16, cy=y, r=3.5)
        case "alarm":
            canvas.add("circle", class_="vt-alarm", cx=x + 16, cy=y, r=7)
            canvas.text(x + 16, y + 4, "!", size=10, class_="vt-on-alarm", anchor="middle")
        case _:
            canvas.add("rect", class_=f"vt-{kind}", x=x, y=y - 8, width=28, height=16)
