"""Small plans by hand, for tests of every package."""

from __future__ import annotations

from pathlib import Path

from vanthu.document.geometry import Box, Span
from vanthu.document.layout import BlockKind, Paragraph
from vanthu.document.page import Page, Reading, Source, Word
from vanthu.document.plan import Plan
from vanthu.document.text import Anchor, Text

SOURCE = Source(path="ke-hoach.txt", name="ke-hoach.txt", sha256="0" * 64, media_type="text/plain", size=1)


def words_of(line: str, *, page: int = 1, number: int = 0, confidence: float | None = None) -> list[Word]:
    """The words of a line; with a confidence they get boxes, as recognised words have."""
    boxes = [
        Box(60.0 + 40 * i, 50.0 + 20 * number, 95.0 + 40 * i, 62.0 + 20 * number)
        for i in range(len(line.split()))
    ]
    return [
        Word(token, page, boxes[i] if confidence is not None else None, confidence, number, "test")
        for i, token in enumerate(line.split())
    ]


def plan_of(*lines: str | tuple[BlockKind, str], confidence: float | None = None) -> Plan:
    """A plan whose paragraphs are the given lines, BODY where no kind is said."""
    words: list[Word] = []
    anchors: list[Anchor] = []
    paragraphs: list[Paragraph] = []
    raw = ""
    for number, item in enumerate(lines):
        kind, line = item if isinstance(item, tuple) else (BlockKind.BODY, item)
        start = len(raw)
        for word in words_of(line, number=number, confidence=confidence):
            begin = len(raw) + (len(raw) > start)
            raw += (" " if len(raw) > start else "") + word.text
            anchors.append(Anchor(begin, len(raw), len(words)))
            words.append(word)
        paragraphs.append(Paragraph(kind=kind, span=Span(start, len(raw)), page=1))
        raw += "\n"
    page = Page(number=1, width=None, height=None, reading=Reading.TRANSCRIPT)
    return Plan(
        source=SOURCE,
        pages=(page,),
        words=tuple(words),
        text=Text.build(raw, anchors),
        paragraphs=tuple(paragraphs),
        tables=(),
    )


_RULES = """
version: 1
label: DEADLINE
rules:
  - {id: deadline.before, why: một hạn, pattern: 'trước (?P<day>\\d+)/\\d+', examples: [{text: 'trước 3/4'}]}
"""
_CONFIG = """
[nlp]
lang = "xx"
pipeline = ["rules"]
tokenizer = {"@tokenizers":"vanthu.Tokenizer.v1"}
[components]
[components.rules]
factory = "vanthu_rules"
labels = ["%s"]
"""


def small_language(folder: Path, *, label: str = "DEADLINE") -> Path:
    """Write a rulebook of one rule (`trước 3/4`) into a folder, and a language configuration that runs `label`; its path."""
    (folder / "deadlines.yaml").write_text(_RULES, encoding="utf-8")
    config = folder / "language.cfg"
    config.write_text(_CONFIG % label, encoding="utf-8")
    return config
