"""PDF files that are broken, or made to break what opens them."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from functools import partial

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from hostile.pdf_parts import (
    TEXT_PAGE,
    cut,
    file,
    nested,
    page,
    pages,
    stream,
    text_pages,
    with_picture,
    with_text,
)  # fmt: skip

BLANK = page()
HUGE = b"/Width 40000 /Height 40000 /ColorSpace /DeviceGray "


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


def filters_over_filters(depth: int = 2000) -> bytes:
    """Content that is packed by a long list of filters."""
    content = stream(b"q Q", b"/Filter [%s]" % (b"/FlateDecode " * depth))
    return pages(page(40), others={40: content})


def packed_bomb(megabytes: int = 100) -> bytes:
    """Content that unpacks to hundreds of megabytes of blanks."""
    squeezer, packed = zlib.compressobj(9), bytearray()
    for _ in range(megabytes):
        packed += squeezer.compress(b" " * 2**20)
    packed += squeezer.flush()
    content = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), bytes(packed))
    return pages(page(40), others={40: content})


def deep_arrays(depth: int = 100_000) -> bytes:
    """An array in an array in an array, in the catalogue."""
    return file(
        {2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: BLANK},
        root=b"/Deep " + nested(depth, b"[", b"]"),
    )


def deep_content(depth: int = 100_000) -> bytes:
    """The same in the content of a page, with as many saved states."""
    return pages(
        page(40), others={40: stream(b"q " * depth + nested(depth, b"[", b"]") + b" TJ", packed=True)}
    )


def form_in_itself() -> bytes:
    """A form that draws itself."""
    resources = b"/Resources << /XObject << /F 41 0 R >> >>"
    form = stream(b"/F Do /F Do", b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + resources)
    return pages(page(40, more=resources), others={40: stream(b"/F Do"), 41: form})


def forms_that_double(levels: int = 24) -> bytes:
    """Forms each of which draws the next twice: sixteen million drawings."""
    others = {40: stream(b"/F Do")}
    for n in range(41, 41 + levels):
        resources = b"/Resources << /XObject << /F %d 0 R >> >>" % (n + 1)
        others[n] = stream(b"/F Do /F Do", b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + resources)
    others[41 + levels] = stream(b"0 0 9 9 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]")
    return pages(page(40, more=b"/Resources << /XObject << /F 41 0 R >> >>"), others=others)


def pattern_in_itself() -> bytes:
    """A pattern that is filled with itself."""
    resources = b"/Resources << /Pattern << /P 41 0 R >> >>"
    fill = b"/Pattern cs /P scn 0 0 595 842 re f"
    head = (
        b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 /YStep 0.001 "
    )
    return pages(page(40, more=resources), others={40: stream(fill), 41: stream(fill, head + resources)})


def many_strokes(count: int = 300_000) -> bytes:
    """A page of hundreds of thousands of lines."""
    return pages(page(40), others={40: stream(b"0 0 m 595 842 l S\n" * count, packed=True)})


def font_of_junk(key: bytes = b"/FontFile2") -> bytes:
    """A font file of a megabyte that is no font."""
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /Junk /FirstChar 0 /LastChar 255 /FontDescriptor 42 0 R >>"
    descriptor = b"<< /Type /FontDescriptor /FontName /Junk /Flags 4 %s 43 0 R >>" % key
    others = {
        40: stream(TEXT_PAGE),
        41: font,
        42: descriptor,
        43: stream(b"\0\1\0\0\xff\xff" * 170_000, packed=True),
    }
    return pages(page(40, more=b"/Resources << /Font << /F1 41 0 R >> >>"), others=others)


def bad_cmap(
    cmap: bytes = b"1 begincodespacerange <00> <ffffffff> endcodespacerange 1 beginbfrange <00> <ffffffff> <0000> endbfrange",
) -> bytes:
    """A map of characters that covers four thousand million codes."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /DescendantFonts [43 0 R] /ToUnicode 42 0 R >>"
    inner = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /F /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >> >>"
    others = {40: stream(TEXT_PAGE), 41: font, 42: stream(cmap), 43: inner}
    return pages(page(40, more=b"/Resources << /Font << /F1 41 0 R >> >>"), others=others)


def cmap_in_itself() -> bytes:
    """A map of characters that is based on itself."""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding 42 0 R /DescendantFonts [41 0 R] /ToUnicode 42 0 R >>"
    others = {40: stream(TEXT_PAGE), 41: font, 42: stream(b"/X usecmap", b"/Type /CMap /UseCMap 42 0 R")}
    return pages(page(40, more=b"/Resources << /Font << /F1 41 0 R >> >>"), others=others)


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


def fax(more: bytes, data: bytes = bytes(range(64))) -> bytes:
    """A picture packed as faxes are, with odd parameters."""
    head = b"/Width 1728 /Height 2200 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode "
    return with_picture(head + b"/DecodeParms << %s >>" % more, data)


def jbig2(more: bytes = b"", data: bytes = bytes(range(256)) * 8) -> bytes:
    """A picture packed as JBIG2, of bytes that are none."""
    head = b"/Width 1728 /Height 2200 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode "
    return with_picture(head + more, data)


def picture(filters: bytes, data: bytes, size: bytes = b"/Width 1000 /Height 1000 ") -> bytes:
    """A picture packed in some way, of bytes that are something else."""
    return with_picture(size + b"/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter " + filters, data)


def packed_picture() -> bytes:
    """A picture of 1.6 milliard gray pixels, well packed."""
    return with_picture(HUGE + b"/BitsPerComponent 8 /Filter /FlateDecode", zlib.compress(bytes(2**20)))


def lying_picture() -> bytes:
    """A picture of more pixels than numbers can count."""
    size = b"/Width 2147483647 /Height 2147483647 /ColorSpace /DeviceGray /BitsPerComponent 8"
    return with_picture(size, b"\0" * 100)


def masked_by_itself() -> bytes:
    """A picture that is its own mask."""
    head = b"/Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask 41 0 R"
    return with_picture(head, bytes(100))


def one_lost_page() -> bytes:
    """Three pages, the second of which is named and not there."""
    return text_pages(3).replace(b"/Kids [3 0 R 4 0 R", b"/Kids [3 0 R 9 0 R")


TRUNCATED: dict[str, Callable[[], bytes]] = {
    f"cut-{tenths}-tenths": partial(lambda n: cut(text_pages(3), n), tenths) for tenths in range(1, 10)
}
REFUSED: dict[str, Callable[[], bytes]] = {
    "size-of-a-needle": lambda: boxed(b"[0 0 0.001 842]"),
    "cyclic-kids": cyclic_kids,
    "deep-tree": deep_tree,
    "ring-of-nodes": two_nodes_in_a_ring,
    "jbig2-global-is-itself": partial(jbig2, b"/DecodeParms << /JBIG2Globals 41 0 R >>"),
    "jbig2-without-globals": partial(jbig2, b"/DecodeParms << /JBIG2Globals 99 0 R >>"),
    "jbig2-of-junk": jbig2,
    "jpx-head-alone": partial(picture, b"/JPXDecode", b"\0\0\0\x0cjP  \r\n\x87\n" + b"\xff\x4f\xff\x51" * 50),
    "jpx-of-junk": partial(picture, b"/JPXDecode", bytes(range(256)) * 40),
    "jpeg-of-junk": partial(picture, b"/DCTDecode", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40),
    "unknown-filter": partial(picture, b"/QuantumDecode", b"abc"),
    "many-pages": many_pages,
    "no-pages": lambda: file({2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
    "no-catalogue": lambda: file({1: b"<< >>", 2: BLANK}),
    "head-alone": lambda: b"%PDF-1.7\n%%EOF\n",
    "head-and-junk": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 100 + b"\n%%EOF\n",
    "locked": partial(locked, "bí mật"),
    "unknown-lock": unknown_lock,
    "size-of-a-field": lambda: boxed(b"[0 0 99999 99999]"),
    "picture-of-pixels-without-end": packed_picture,
    "picture-that-lies": lying_picture,
}
READ: dict[str, Callable[[], bytes]] = {
    "whole": with_text,
    "count-negative": lambda: pages(BLANK, count=-7),
    "shared-page": shared_page,
    "loop-of-tables": loop_of_tables,
    "wrong-table": wrong_table,
    "no-table": no_table,
    "locked-with-an-empty-password": partial(locked, ""),
    "javascript": partial(active, b"/OpenAction << /S /JavaScript /JS (while(true){app.alert(1)}) >>"),
    "launch": partial(active, b"/OpenAction << /S /Launch /F (/bin/sh) >>"),
    "address": partial(active, b"/OpenAction << /S /URI /URI (http://127.0.0.1:1/x) >>"),
    "portfolio": portfolio,
    "turned-45": partial(turned, b"45"),
    "turned-with-text": lambda: with_text(more=b"/Rotate -90"),
    "turned-minus-90": partial(turned, b"-90"),
    "turned-milliard": partial(turned, b"1000000000"),
    "turned-by-a-name": partial(turned, b"/Ninety"),
    "size-backwards": lambda: boxed(b"[595 842 0 0]"),
    "size-below-nothing": lambda: boxed(b"[-595 -842 0 0]"),
    "no-box": no_box,
    "deep-arrays": deep_arrays,
    "broken-object-stream": broken_object_stream,
}
SURVIVED: dict[str, Callable[[], bytes]] = {
    "count-too-high": lambda: pages(BLANK, count=500),
    "size-of-a-world": lambda: boxed(b"[0 0 1e30 1e30]"),
    "no-size": lambda: boxed(b"[0 0 0 0]"),
    "filters-over-filters": filters_over_filters,
    "packed-bomb": packed_bomb,
    "deep-content": deep_content,
    "many-strokes": many_strokes,
    "font-of-junk": font_of_junk,
    "font-of-junk-3": partial(font_of_junk, b"/FontFile3"),
    "bad-cmap": bad_cmap,
    "cmap-in-itself": cmap_in_itself,
    "fax-k-odd": partial(fax, b"/K 99 /Columns 1728"),
    "fax-columns-0": partial(fax, b"/K -1 /Columns 0"),
    "fax-columns-minus": partial(fax, b"/K -1 /Columns -5 /Rows -5"),
    "fax-columns-milliard": partial(fax, b"/K -1 /Columns 1000000000"),
    "fax-cut-short": partial(fax, b"/K -1 /Columns 1728 /Rows 2200", b"\x26\xa0"),
    "colours-of-nowhere": lambda: with_picture(
        b"/Width 9 /Height 9 /ColorSpace [/Indexed 41 0 R 255 41 0 R] /BitsPerComponent 8", bytes(81)
    ),
    "masked-by-itself": masked_by_itself,
    "one-lost-page": one_lost_page,
}
STUCK: dict[str, Callable[[], bytes]] = {
    "form-in-itself": form_in_itself,
    "forms-that-double": forms_that_double,
    "pattern-in-itself": pattern_in_itself,
}
