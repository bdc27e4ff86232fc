"""What all pictures of a network stand on."""

from __future__ import annotations

from importlib.resources import files

from vanthu.export.picture.svg import Drawing, Theme

EDGE = 28.0
LINE = 16.0
SMALL = 11.0


def paper(width: float, height: float, *, label: str, theme: Theme) -> Drawing:
    """An empty picture with its colours, light and dark."""
    canvas = Drawing.canvas(width, height, label=label, theme=theme)
    canvas.add("style", text=files("vanthu.export").joinpath("templates/picture.css").read_text("utf-8"))
    canvas.add("rect", class_="vt-paper", x=0, y=0, width=width, height=height)
    return canvas
