"""PDF files whose frame is wrong: trees of pages, tables of objects, sizes, locks, what they carry or start."""

from __future__ import annotations

import io

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from hostile.pdf_parts import file, nested, page, pages, stream, text_pages

BLANK = page()


def cyclic_kids() -> bytes:
    """A page tree whose node is its own child."""
    return file({2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", 3: BLANK})


def two_nodes_in_a_ring() -> bytes:
    """Nodes that name each other as children and as parents."""
    first = b"<< /Type /Pages /Kids [4 0 R] /Count 1 /Parent 4 0 R >>"
    return file({2: first, 4: b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"})


def deep_tree(depth: int = 5000) -> bytes:
    """A page at the end of a long line of nodes."""
    nodes = {
        n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>" % (n + 1, n - 1)
        for n in range(2, depth)
    }
    return file(nodes | {depth: page(parent=depth - 1)})


def many_pages(count: int = 100_000) -> bytes:
    """One page, named a hundred thousand times."""
    return file({2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count), 3: BLANK})


def shared_page(count: int = 4) -> bytes:
    """One page that is named several times."""
    return file({2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count), 3: BLANK})


def loop_of_tables() -> bytes:
    """A table of objects that names itself as the one before it."""
    whole = pages(BLANK)
    start = int(whole.rpartition(b"startxref\n")[2].split()[0])
    return whole.replace(b"trailer\n<<", b"trailer\n<< /Prev %d" % start)


def wrong_table() -> bytes:
    """Every place in the table of objects is wrong by some bytes."""
    whole = pages(BLANK)
    return whole.replace(b"00000 n", b"00001 n")


def no_table() -> bytes:
    """The end tells of a table that is far behind the end."""
    head, _, _ = pages(BLANK).rpartition(b"startxref\n")
    return head + b"startxref\n99999999999\n%%EOF\n"


def broken_object_stream() -> bytes:
    """A stream of objects that is no stream of objects."""
    body = stream(b"junk junk junk", b"/Type /ObjStm /N 1000000 /First 4000000000", packed=True)
    return file({2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: BLANK, 5: body}, root=b"/Names 9 0 R")


def deep_arrays(depth: int = 100_000) -> bytes:
    """An array in an array in an array, in the catalogue."""
    return file(
        {2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: BLANK},
        root=b"/Deep " + nested(depth, b"[", b"]"),
    )


def turned(angle: bytes) -> bytes:
    """A page that is turned by an odd angle."""
    return pages(page(more=b"/Rotate " + angle))


def boxed(box: bytes) -> bytes:
    """A page of an odd size."""
    return pages(page(box=box))


def no_box() -> bytes:
    """A page that tells no size at all."""
    return file({2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: b"<< /Type /Page /Parent 2 0 R >>"})


def locked(password: str) -> bytes:
    """An encrypted file; an empty password opens it for everybody."""
    out = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword="chủ", canPrint=0)  # a test's password
    canvas = Canvas(out, encrypt=lock)
    canvas.drawString(72, 700, "Ke hoach cong tac nam 2024 cua Van phong")
    canvas.save()
    return out.getvalue()


def unknown_lock() -> bytes:
    """A file locked in a way that nobody knows."""
    return file(
        {2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: BLANK, 9: b"<< /Filter /Sealed /V 99 /R 99 >>"},
        trailer=b"/Root 1 0 R /Encrypt 9 0 R",
    )


def active(root: bytes, others: dict[int, bytes] | None = None) -> bytes:
    """A file that wants something done when it is opened."""
    return file({2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: BLANK} | (others or {}), root=root)


def portfolio(size: int = 2**20) -> bytes:
    """A file with other files in it."""
    spec = b"<< /Type /Filespec /F (../../a.exe) /EF << /F 51 0 R >> >>"
    names = b"/Names << /EmbeddedFiles << /Names [(a.exe) 50 0 R] >> >>"
    return active(names, {50: spec, 51: stream(b"MZ" * (size // 2), b"/Type /EmbeddedFile", packed=True)})


def one_lost_page() -> bytes:
    """Three pages, the second of which is named and not there."""
    return text_pages(3).replace(b"/Kids [3 0 R 4 0 R", b"/Kids [3 0 R 9 0 R")
