"""Words of digital text put into Unicode, line by line, where something else was stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from vanthu.document.page import Word
from vanthu.orthography import nfc
from vanthu.reading.digital.letters import legacy
from vanthu.reading.digital.letters.encoding import unspoilt_lines
from vanthu.reading.digital.letters.slips import slips, told


def respelled(words: Sequence[Word]) -> tuple[tuple[Word, ...], str]:
    """The words with spoilt and old encodings undone and letters of a wrong code set right, and what was done, in Vietnamese."""
    lines = [list(group) for _, group in groupby(words, key=lambda w: w.line)]
    texts = [" ".join(w.text for w in line) for line in lines]
    made, note = _in_unicode(texts)
    respelled = [w for line, text in zip(lines, made, strict=True) for w in _with_texts(line, text.split())]
    mended = [w._replace(text=slips().mended(w.text)) for w in respelled]
    count = sum(a.text != b.text for a, b in zip(mended, respelled, strict=True))
    return tuple(mended), note + told(count)


def _in_unicode(lines: list[str]) -> tuple[list[str], str]:
    if undone := unspoilt_lines(lines):
        return undone, "; đã khôi phục chữ UTF-8 bị mở nhầm bảng mã"
    encoding = legacy.by_words(word for line in lines for word in line.split())
    if encoding is None:
        return lines, ""
    return legacy.converted_lines(lines, encoding), f"; chuyển từ mã {encoding.name} sang Unicode"


def _with_texts(words: Iterable[Word], texts: Sequence[str]) -> Iterator[Word]:
    for word, text in zip(words, texts, strict=True):
        yield word._replace(text=nfc(text))
