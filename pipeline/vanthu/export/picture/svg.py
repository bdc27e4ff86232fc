"""A small SVG writer: elements in order, attributes escaped, numbers short."""

from __future__ import annotations

from enum import StrEnum
from xml.etree import ElementTree as ET

from vanthu.export.xml_text import xml_safe

NAMESPACE = "http://www.w3.org/2000/svg"


class Theme(StrEnum):
    """Colours on white paper or on a dark screen; AUTO follows the reader's own setting."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


class Drawing:
    """A group of elements. Attribute names are given in Python's form: `stroke_width`, `class_`."""

    def __init__(self, element: ET.Element) -> None:
        self.element = element

    @classmethod
    def canvas(cls, width: float, height: float, *, label: str, theme: Theme = Theme.AUTO) -> Drawing:
        """A whole picture; `label` is read aloud to those who can't see it."""
        size = {"viewBox": f"0 0 {width:g} {height:g}", "width": f"{width:g}", "height": f"{height:g}"}
        kind = "vt" if theme is Theme.AUTO else f"vt vt-{theme}"
        root = ET.Element("svg", {"xmlns": NAMESPACE, **size, "role": "img", "class": kind})
        drawing = cls(root)
        drawing.add("title", text=label)
        return drawing

    def add(self, tag: str, *, text: str = "", title: str = "", **attributes: str | float) -> Drawing:
        """A child; `title` is shown when the pointer rests on it."""
        named = {k.rstrip("_").replace("_", "-"): _value(v) for k, v in attributes.items()}
        child = ET.SubElement(self.element, tag, named)
        if text:
            child.text = xml_safe(text)
        if title:
            ET.SubElement(child, "title").text = xml_safe(title)
        return Drawing(child)

    def text(
        self, x: float, y: float, text: str, *, size: float, class_: str = "", anchor: str = "start"
    ) -> None:
        """One line of text with its base line at `y`."""
        extra = {"class_": class_} if class_ else {}
        placed = {} if anchor == "start" else {"text_anchor": anchor}
        self.add("text", text=text, x=x, y=y, font_size=size, **extra, **placed)

    def render(self) -> str:
        """The text of the picture."""
        return ET.tostring(self.element, encoding="unicode")


def _value(value: str | float) -> str:
    return xml_safe(value) if isinstance(value, str) else f"{round(value, 2):g}"
