"""PDF files whose frame is right and whose pages are made to break what draws them: content, fonts, pictures."""

from __future__ import annotations

import zlib

from hostile.pdf_parts import TEXT_PAGE, nested, page, pages, stream, with_picture

HUGE = b"/Width 40000 /Height 40000 /ColorSpace /DeviceGray "


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
