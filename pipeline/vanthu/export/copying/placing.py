"""Where things lie: from the sheet in the file to the page as it is read. PDF's way: points, origin at the bottom left."""

from __future__ import annotations

from pikepdf import Matrix

from vanthu.document.geometry import Box
from vanthu.document.page import Page


def turning(rotation: int, width: float, height: float) -> Matrix:
    """What turns a sheet clockwise by 0, 90, 180 or 270 degrees, so that its corner lies at the origin again."""
    return {
        0: Matrix(1, 0, 0, 1, 0, 0),
        90: Matrix(0, -1, 1, 0, 0, width),
        180: Matrix(-1, 0, 0, -1, width, height),
        270: Matrix(0, 1, -1, 0, height, 0),
    }[rotation % 360]


def to_page(page: Page, sheet: tuple[float, float]) -> Matrix:
    """From the sheet as a viewer shows it (its size in points) to the page: cut out, turned upright. Not straightened."""
    width, height = sheet
    part = page.part or Box(0, 0, width, height)
    cut = Matrix(1, 0, 0, 1, -part.x0, part.y1 - height)
    return cut @ turning(page.rotation, part.width, part.height)


def tilting(page: Page, width: float, height: float) -> Matrix:
    """From the straightened page back to the one that lies a little askew, as the picture does."""
    middle = width / 2, height / 2
    there, back = Matrix().translated(-middle[0], -middle[1]), Matrix().translated(*middle)
    return there @ Matrix().rotated(page.skew) @ back
