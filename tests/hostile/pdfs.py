"""PDF files that are broken, or made to break what opens them, by what must become of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hostile.pdf_frames import (
    BLANK,
    active,
    boxed,
    broken_object_stream,
    cyclic_kids,
    deep_arrays,
    deep_tree,
    locked,
    loop_of_tables,
    many_pages,
    no_box,
    no_table,
    one_lost_page,
    portfolio,
    shared_page,
    turned,
    two_nodes_in_a_ring,
    unknown_lock,
    wrong_table,
)
from hostile.pdf_pages import (
    bad_cmap,
    cmap_in_itself,
    deep_content,
    fax,
    filters_over_filters,
    font_of_junk,
    form_in_itself,
    forms_that_double,
    jbig2,
    lying_picture,
    many_strokes,
    masked_by_itself,
    packed_bomb,
    packed_picture,
    pattern_in_itself,
    picture,
)
from hostile.pdf_parts import cut, file, pages, text_pages, with_picture, with_text

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
