"""What stands where on a picture, and whether any of its words touch."""

from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree as ET

from vanthu.export.picture.letters import width

SVG = "{http://www.w3.org/2000/svg}"
Box = tuple[float, float, float, float]


def boxes(root: ET.Element) -> list[Box]:
    """Left, top, right and bottom of every text but the sign of alarm."""
    return [_box(e) for e in root.iter(f"{SVG}text") if e.text != "!"]


def touching(root: ET.Element) -> list[tuple[Box, Box]]:
    """The texts that lie on one another."""
    return [(a, b) for a, b in combinations(boxes(root), 2) if _overlap(a, b)]


def _box(element: ET.Element) -> Box:
    size, x, y = (float(element.get(k, 0)) for k in ("font-size", "x", "y"))
    long = 0.85 * width(element.text or "", size)  # letters are measured a little too wide
    left = x - {"start": 0, "middle": long / 2, "end": long}[element.get("text-anchor", "start")]
    return left, y - 0.7 * size, left + long, y


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
