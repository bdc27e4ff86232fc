"""What the shapes of a picture mean."""

from __future__ import annotations

from vanthu.export.picture.letters import width
from vanthu.export.picture.svg import Drawing

LEGEND_HEIGHT = 34.0
_SIZE = 11.0
_SIGN = 34.0
_GAP = 26.0
_ENTRIES = (
    ("due", "hạn vào một ngày"),
    ("counted", "hạn tính từ một mốc"),
    ("window", "khoảng thời gian"),
    ("beats", "định kỳ"),
    ("arrow", "việc trước → việc sau (nét đứt: suy đoán)"),
    ("alarm", "có điểm cần rà soát"),
    ("period", "thời gian chung của văn bản"),
)


def draw_legend(canvas: Drawing, *, x: float, y: float) -> None:
    """One line of signs with their meaning; `y` is its upper edge."""
    middle = y + LEGEND_HEIGHT / 2
    for kind, words in _ENTRIES:
        _sign(canvas, kind, x, middle)
        canvas.text(x + _SIGN, middle + 4, words, size=_SIZE, class_="vt-soft")
        x += _SIGN + width(words, _SIZE) + _GAP


def _sign(canvas: Drawing, kind: str, x: float, y: float) -> None:
    match kind:
        case "due" | "counted":
            canvas.add("path", class_=f"vt-{kind}", d=f"M{x + 9:g} {y:g}l7 -7l7 7l-7 7z")
        case "window":
            canvas.add("rect", class_="vt-window", x=x, y=y - 6, width=28, height=12, rx=3)
        case "beats":
            canvas.add("path", class_="vt-thread", d=f"M{x:g} {y:g}h28")
            for step in (2, 14, 26):
                canvas.add("circle", class_="vt-beat", cx=x + step, cy=y, r=4)
        case "arrow":
            canvas.add("path", class_="vt-arrow", d=f"M{x:g} {y:g}h20")
            canvas.add("path", class_="vt-head", d=f"M{x + 28:g} {y:g}l-8 -4.5v9z")
        case "alarm":
            canvas.add("circle", class_="vt-alarm", cx=x + 16, cy=y, r=8)
            canvas.text(x + 16, y + 4, "!", size=_SIZE, class_="vt-on-alarm", anchor="middle")
        case _:
            canvas.add("rect", class_="vt-period", x=x, y=y - 8, width=28, height=16)
