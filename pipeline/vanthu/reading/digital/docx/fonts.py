"""The font of a piece of text in a DOCX: its own, its style's, or the document's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.oxml.ns import qn

from vanthu.reading.digital.letters import legacy


class Fonts:
    """Looks fonts up where the document has one of an old code table at all; `met` are the tables that were converted."""

    def __init__(self, document: Any, styles: Mapping[str, Any]) -> None:
        self._styles = styles
        self.met: set[str] = set()
        roots = (document.element, document.styles.element)
        defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
        plain = [
            s for s in styles.values() if s.get(qn("w:type")) == "paragraph" and s.get(qn("w:default")) == "1"
        ]
        self._usual = next((font for item in (*plain, defaults) if (font := _font(item))), "")
        self._asked = any(
            legacy.by_font(name)
            for root in roots
            for item in root.iter(qn("w:rFonts"))
            for name in item.values()
        )

    def of(self, text: Any) -> str:
        """The font of a `w:t` element; empty where it is of no account."""
        if not self._asked:
            return ""
        run = text.getparent()
        paragraph = next(run.iterancestors(qn("w:p")), None)
        own = _font(run)
        return own or self._of_style(run, "w:rStyle") or self._of_style(paragraph, "w:pStyle") or self._usual

    def _of_style(self, element: Any, kind: str) -> str:
        """The font that the style named in an element's properties gives, or one of those it is based on."""
        found = next(element.iter(qn(kind)), None) if element is not None else None
        seen: set[str] = set()
        while found is not None and (name := found.get(qn("w:val"))) in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            if font := _font(style):
                return font
            found = style.find(qn("w:basedOn"))
        return ""


def _font(element: Any) -> str:
    """The font in the run properties directly in an element; empty where there is none."""
    fonts = element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") if element is not None else None
    return (fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or "") if fonts is not None else ""
