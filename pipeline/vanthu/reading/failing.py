"""What becomes of a page that can't be read: a `FAILED` page and a problem, so that the others go on."""

from __future__ import annotations

from vanthu.document.page import Page, Problem, Reading
from vanthu.errors import PageError
from vanthu.reading.result import PageRead


def failed(number: int, error: PageError) -> PageRead:
    """The page in place of which nothing was read."""
    page = Page(number=number, width=None, height=None, reading=Reading.FAILED, reason=error.message)
    return PageRead(page, problems=(Problem(code=error.code, message=error.message, page=number),))
