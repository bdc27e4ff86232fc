"""What the shapes of the board mean."""

from __future__ import annotations

from vanthu.export.graphs.paper import SMALL
from vanthu.export.picture.letters import width
from vanthu.export.picture.svg import Drawing

LEGEND_HEIGHT = 32.0
_SIGN = 34.0
_GAP = 24.0
_ENTRIES = (
    ("vt-due", "hạn vào một ngày"),
    ("vt-counted", "hạn tính từ một mốc"),
    ("bar", "khoảng thời gian"),
    ("beats", "định kỳ"),
    ("point", "không có ngày cố định"),
    ("arrow", "việc trước → việc sau"),
    ("weak", "suy đoán"),
    ("chain", "chuỗi quyết định ngày kết thúc"),
    ("wrong", "ngược với hạn hoặc chờ vòng"),
    ("alarm", "cần rà soát"),
)
_ARROWS = {
    "arrow": "vt-arrow",
    "weak": "vt-arrow vt-weak",
    "chain": "vt-arrow vt-chain",
    "wrong": "vt-arrow vt-wrong",
}


def draw_legend(canvas: Drawing, *, x: float, y: float) -> None:
    """One line of signs with their meaning; `y` is its upper edge."""
    middle = y + LEGEND_HEIGHT / 2
    for kind, words in _ENTRIES:
        _sign(canvas, kind, x, middle)
        canvas.text(x + _SIGN, middle + 4, words, size=SMALL, class_="vt-soft")
        x += _SIGN + width(words, SMALL) + _GAP


def _sign(canvas: Drawing, kind: str, x: float, y: float) -> None:
    if kind in _ARROWS:
        canvas.add("path", class_=_ARROWS[kind], d=f"M{x:g} {y:g}h20")
        canvas.add(
            "path",
            class_="vt-head vt-wrong" if kind == "wrong" else "vt-head",
            d=f"M{x + 28:g} {y:g}l-8 -4.5v9z",
        )
        return
    match kind:
        case "bar":
            canvas.add("rect", class_="vt-window", x=x, y=y - 6, width=28, height=12, rx=3)
        case "beats":
            canvas.add("path", class_="vt-thread", d=f"M{x:g} {y:g}h28")
            for step in (2, 14, 26):
                canvas.add("circle", class_="vt-beat", cx=x + step, cy=y, r=3.5)
        case "point":
            canvas.add("circle", class_="vt-point", cx=x + 16, cy=y, r=3.5)
        case "alarm":
            canvas.add("circle", class_="vt-alarm", cx=x + 16, cy=y, r=6)
            canvas.text(x + 16, y + 3, "!", size=9, class_="vt-on-alarm", anchor="middle")
        case _:
            canvas.add("path", class_=kind, d=f"M{x + 9:g} {y:g}l7 -7l7 7l-7 7z")
