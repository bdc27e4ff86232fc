"""PDF files written by hand, object by object: the only way to get them wrong on purpose."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

TEXT_PAGE = b"""BT /F1 12 Tf 72 760 Td 16 TL
(Ke hoach cong tac nam 2024) Tj T* (Van phong tong hop, bao cao truoc ngay 30/6/2024) Tj T*
(Cong an xa phoi hop giu gin trat tu) Tj ET"""
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
A4 = b"[0 0 595 842]"


def stream(data: bytes, head: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream object."""
    if packed:
        data, head = zlib.compress(data), head + b" /Filter /FlateDecode"
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(data), data)


def page(content: int | None = None, *, box: bytes = A4, more: bytes = b"", parent: int = 2) -> bytes:
    """A page object; its content is the object of that number."""
    contents = b"/Contents %d 0 R" % content if content else b""
    return b"<< /Type /Page /Parent %d 0 R /MediaBox %s %s %s >>" % (parent, box, contents, more)


def file(objects: Mapping[int, bytes], *, trailer: bytes = b"/Root 1 0 R", root: bytes = b"") -> bytes:
    """A file with these objects and a right table of them; object 1 is the catalogue unless given."""
    whole = {1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % root} | dict(objects)
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, body in whole.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(whole) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)


def pages(*kids: bytes, count: int | None = None, others: Mapping[int, bytes] | None = None) -> bytes:
    """A file of pages, numbered from 3, and other objects."""
    numbers = b" ".join(b"%d 0 R" % n for n in range(3, 3 + len(kids)))
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (numbers, len(kids) if count is None else count)
    return file({2: tree} | dict(enumerate(kids, start=3)) | dict(others or {}))


def with_text(number: int = 40, *, more: bytes = b"", box: bytes = A4, content: bytes = TEXT_PAGE) -> bytes:
    """A file of one page with some lines in it."""
    resources = b"/Resources << /Font << /F1 %d 0 R >> >> " % (number + 1) + more
    return pages(page(number, more=resources, box=box), others={number: stream(content), number + 1: FONT})


def with_picture(head: bytes, data: bytes, *, others: Mapping[int, bytes] | None = None) -> bytes:
    """A file of one page that is nothing but a picture with this dictionary and these bytes."""
    picture = stream(data, b"/Type /XObject /Subtype /Image " + head)
    drawn = stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    only = page(40, more=b"/Resources << /XObject << /I 41 0 R >> >>")
    return pages(only, others={40: drawn, 41: picture} | dict(others or {}))


def cut(whole: bytes, tenths: int) -> bytes:
    """The first tenths of a file."""
    return whole[: len(whole) * tenths // 10]


def text_pages(count: int) -> bytes:
    """A whole file of short pages."""
    shared = {4000: stream(TEXT_PAGE), 4001: FONT}
    more = b"/Resources << /Font << /F1 4001 0 R >> >>"
    return pages(*[page(4000, more=more) for _ in range(count)], others=shared)


def nested(depth: int, opening: bytes, closing: bytes, middle: bytes = b"") -> bytes:
    """Something within itself."""
    return opening * depth + middle + closing * depth


def chain(numbers: Sequence[int], body: bytes) -> dict[int, bytes]:
    """Objects each of which names the next; `body` has one place for its number, the last names the first."""
    following = [*numbers[1:], numbers[0]]
    return {number: body % after for number, after in zip(numbers, following, strict=True)}
