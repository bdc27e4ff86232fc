"""A typeface without ink: every character is as wide as half its height, and maps back to its letter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

NAME = "VanthuBlank"
WIDTH = 0.5  # of the height
_UNITS = 1000
_EPOCH = 3_786_912_000  # seconds from 1904 to 2024: the same font at every run
_BLOCK = 100  # lines of a character map that may stand in one block


class BlankFont:
    """The typeface inside one PDF file. Characters get their codes as they are used; call `finish` at the end."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._codes: dict[str, int] = {}
        self.object: Object = pdf.make_indirect(Dictionary(Type=Name.Font))

    def encoded(self, text: str) -> bytes:
        """The text in this font's codes, two bytes a character."""
        return b"".join(self._codes.setdefault(c, len(self._codes) + 1).to_bytes(2, "big") for c in text)

    def finish(self) -> None:
        """Write the font down, now that all its characters are known."""
        pdf = self._pdf
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(f"/{NAME}"),
            Flags=5,  # of one width, with letters outside of the standard set
            FontBBox=Array([0, 0, round(WIDTH * _UNITS), _UNITS]),
            ItalicAngle=0,
            Ascent=_UNITS,
            Descent=0,
            CapHeight=_UNITS,
            StemV=80,
            FontFile2=Stream(pdf, _program()),
        )
        kin = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name(f"/{NAME}"),
            CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
            DW=round(WIDTH * _UNITS),
            CIDToGIDMap=Stream(pdf, b"\0\1" * (len(self._codes) + 1)),
        )
        self.object.Subtype = Name.Type0
        self.object.BaseFont = Name(f"/{NAME}")
        self.object.Encoding = Name("/Identity-H")
        self.object.DescendantFonts = Array([pdf.make_indirect(kin)])
        self.object.ToUnicode = Stream(pdf, _to_unicode(self._codes))


@cache
def _program() -> bytes:
    """The font file: one glyph for what is not there, one for everything else, both empty."""
    builder = FontBuilder(_UNITS, isTTF=True)
    glyphs = [".notdef", "blank"]
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap({ord(" "): "blank"})
    builder.setupGlyf({name: Glyph() for name in glyphs})
    builder.setupHorizontalMetrics({name: (round(WIDTH * _UNITS), 0) for name in glyphs})
    builder.setupHorizontalHeader(ascent=_UNITS, descent=0)
    builder.setupNameTable({"familyName": NAME, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=_UNITS, sTypoDescender=0, usWinAscent=_UNITS, usWinDescent=0)
    builder.setupPost(keepGlyphNames=False)
    builder.updateHead(created=_EPOCH, modified=_EPOCH)
    builder.font.recalcTimestamp = False
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def _to_unicode(codes: dict[str, int]) -> bytes:
    """The character map from codes to letters."""
    lines = [
        f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>" for character, code in codes.items()
    ]
    head = (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    )
    foot = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    return (head + "".join(_blocks(lines)) + foot).encode("ascii")


def _blocks(lines: list[str]) -> Iterable[str]:
    for start in range(0, len(lines), _BLOCK):
        block = lines[start : start + _BLOCK]
        yield "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar", ""))
