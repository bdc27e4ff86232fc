"""DOCX files that are broken, or made to break what opens them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

import docx

PLAN = ("KẾ HOẠCH", "Dọn vệ sinh kênh mương năm 2024", "1. Văn phòng tổng hợp, báo cáo trước ngày 30/6/2024.")
BODY = "word/document.xml"
_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def good() -> dict[str, bytes]:
    """The parts of a whole file."""
    document, out = docx.Document(), io.BytesIO()
    for line in PLAN:
        document.add_paragraph(line)
    document.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An archive of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def changed(**parts: bytes | None) -> bytes:
    """A whole file with some parts as given (`None`: left out); `document`, `rels`, `types`, `styles`, `numbering`."""
    names = {
        "document": BODY,
        "links": "word/_rels/document.xml.rels",
        "rels": "_rels/.rels",
        "types": "[Content_Types].xml",
        "styles": "word/styles.xml",
        "numbering": "word/numbering.xml",
    }
    given = {names[key]: data for key, data in parts.items()}
    return packed({name: data for name, data in (good() | given).items() if data is not None})


def with_body(inner: str, *, before: str = "") -> bytes:
    """A whole file whose body is this XML."""
    text = f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document {_NAMES}><w:body>{inner}</w:body></w:document>'
    return changed(document=text.encode())


def laughs(levels: int = 12) -> bytes:
    """Words that are made of words that are made of words: ten to the power of twelve of them."""
    lines = [f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(levels)]
    before = f'<!DOCTYPE w [<!ENTITY a0 "ha">{"".join(lines)}]>'
    return with_body(f"<w:p><w:r><w:t>&a{levels};</w:t></w:r></w:p>", before=before)


def outside(address: str = "file:///etc/passwd") -> bytes:
    """A word that lies in another file of the machine."""
    before = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{address}">]>'
    return with_body("<w:p><w:r><w:t>&x; Kế hoạch công tác</w:t></w:r></w:p>", before=before)


def bomb(megabytes: int = 60) -> bytes:
    """A part that unpacks to hundreds of megabytes."""
    return changed(styles=b" " * megabytes * 2**20)


def lying_bomb(megabytes: int = 60) -> bytes:
    """The same, with a head that tells of a few bytes."""
    whole = changed(styles=b" " * (megabytes * 2**20 + 12345))
    size = (megabytes * 2**20 + 12345).to_bytes(4, "little")
    return whole.replace(size, (1000).to_bytes(4, "little"))


def archives_in_archives(depth: int = 50) -> bytes:
    """An archive in an archive in an archive."""
    inner = b"PK"
    for _ in range(depth):
        inner = packed({"word/media/a.zip": inner})
    return packed(good() | {"word/media/a.zip": inner})


def deep_tables(depth: int = 3000) -> bytes:
    """A table in a cell of a table in a cell."""
    opening = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>"
    return with_body(opening * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl><w:p/>" * depth)


def wide_table(spans: int = 2**31 - 1) -> bytes:
    """A cell that spans more columns than anybody could draw."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{spans}"/></w:tcPr><w:p/></w:tc>'
    return with_body(f"<w:tbl><w:tblPr/><w:tblGrid/>{f'<w:tr>{cell * 2}</w:tr>' * 2}</w:tbl>")


def style_in_itself() -> bytes:
    """A style that is based on itself."""
    styles = f'<w:styles {_NAMES}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="A"/></w:style></w:styles>'
    body = f'<w:document {_NAMES}><w:body><w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body></w:document>'
    return changed(styles=styles.encode(), document=body.encode())


def same_name_twice() -> bytes:
    """Two parts under one name."""
    out = io.BytesIO(packed(good()))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/other.xml", b"<x/>")
    return out.getvalue().replace(b"word/other.xml", b"word/style.xml")


def encrypted() -> bytes:
    """An archive whose parts are marked as locked."""
    whole = bytearray(packed(good()))
    at = -1
    while (at := whole.find(b"PK\x01\x02", at + 1)) >= 0:
        whole[at + 8] |= 1
    at = -1
    while (at := whole.find(b"PK\x03\x04", at + 1)) >= 0:
        whole[at + 6] |= 1
    return bytes(whole)


def worn() -> bytes:
    """A part whose compressed bytes were changed on the way."""
    whole, names = bytearray(packed(good())), len("word/styles.xml")
    at = whole.find(b"word/styles.xml") + names
    whole[at + 40 : at + 60] = b"\xff" * 20
    return bytes(whole)


def listed(level: str) -> bytes:
    """An item of a list whose level is told by any text, and a sign that is none."""
    return with_body(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        '<w:r><w:sym w:char="D800"/><w:t>Kế hoạch công tác</w:t></w:r></w:p>'
    )


REFUSED: dict[str, Callable[[], bytes]] = {
    "styles-of-junk": partial(changed, styles=b"<a>"),
    "no-styles": partial(changed, styles=None),
    "deep-tables": deep_tables,
    "bomb": bomb,
    "lying-bomb": lying_bomb,
    "cut": lambda: packed(good())[:5000],
    "head-alone": lambda: b"PK\x03\x04" + bytes(100),
    "empty-archive": partial(packed, {}),
    "no-body": partial(changed, document=None),
    "no-types": partial(changed, types=None),
    "no-rels": partial(changed, rels=None),
    "body-of-junk": partial(changed, document=b"<<<< not at all"),
    "types-of-junk": partial(changed, types=b"\0\1\2"),
    "rels-to-nowhere": partial(
        changed,
        rels=b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="../../../etc/passwd"/></Relationships>',
    ),
    "laughs": laughs,
    "encrypted": encrypted,
    "worn": worn,
    "links-of-junk": partial(changed, rels=b"<Relationships/>"),
}
READ: dict[str, Callable[[], bytes]] = {
    "whole": lambda: packed(good()),
    "archives-in-archives": archives_in_archives,
    "style-in-itself": style_in_itself,
    "same-name-twice": same_name_twice,
    "level-of-junk": partial(listed, "abc"),
    "climbing-name": lambda: packed(good() | {"../../../a": b"x"}),
}
SURVIVED: dict[str, Callable[[], bytes]] = {
    "outside": outside,
    "outside-net": partial(outside, "http://127.0.0.1:1/x"),
    "outside-device": partial(outside, "file:///dev/zero"),
    "wide-table": wide_table,
    "no-links": partial(changed, links=None),
    "numbering-of-junk": partial(changed, numbering=b"<a/>"),
    "empty-body": partial(with_body, ""),
}
STUCK: dict[str, Callable[[], bytes]] = {
    "a-hundred-thousand-paragraphs": lambda: with_body(
        "<w:p><w:r><w:t>Kế hoạch công tác</w:t></w:r></w:p>" * 100_000
    ),
}
