"""The encoding of plain text: UTF-8 as it should be, what can be converted to it with certainty, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from vanthu.errors import InputError
from vanthu.orthography import is_syllable, nfc
from vanthu.reading.digital.letters import legacy

_WORD = regex.compile(r"\p{L}(?:[\p{L}\p{M}\p{S}\p{N}]|[\xa1-\xbf](?=\p{L}))*")
_JUDGED = 20  # words with letters beyond ASCII: fewer can be names and signs
_SANE = 0.5  # share of them that must be syllables
_LINE_SURE = 0.9
_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Decoded(NamedTuple):
    """Text in NFC, and what was done to have it, in Vietnamese; empty where it was plain Unicode."""

    text: str
    note: str = ""


def decode(data: bytes, *, where: str) -> Decoded:
    """Text in UTF-8 or marked UTF-16; in an old code table, or spoilt on the way, where that can be undone with certainty.

    Raises `InputError` for everything else.
    """
    text = _unicode(data, where)
    raw = data.decode("latin-1") if text is None else text
    if text is not None and "\0" in text:
        raise InputError("tệp không phải văn bản thuần; hãy kiểm tra lại tệp", where=where)
    if text is not None and _is_sane(text, _LINE_SURE):
        return Decoded(nfc(text))
    found = next(_repaired(data, raw), None)
    if found is not None:
        return found
    if text is None:
        raise InputError("văn bản không ở dạng UTF-8; hãy lưu lại với mã UTF-8", where=where)
    refuse_nonsense(text, where=where)
    return Decoded(nfc(text))


def refuse_nonsense(text: str, *, where: str) -> None:
    """Raises `InputError` where most words with letters beyond ASCII are no Vietnamese."""
    if not _is_sane(text, _SANE):
        raise InputError(
            "chữ Việt bị sai bảng mã (TCVN3, VNI hoặc lỗi chuyển mã); hãy chuyển sang Unicode UTF-8",
            where=where,
        )


def _unicode(data: bytes, where: str) -> str | None:
    """The text as its bytes say; `None` where they are no Unicode."""
    if data.startswith(_MARKS):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise InputError("văn bản không ở dạng UTF-8; hãy lưu lại với mã UTF-8", where=where) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _is_sane(text: str, share: float) -> bool:
    """Whether the words with letters beyond ASCII are Vietnamese; few of them prove nothing."""
    marked = [w for w in _WORD.findall(nfc(text)) if not w.isascii()]
    enough = len(marked) >= _JUDGED
    return not enough or sum(map(is_syllable, marked)) >= share * len(marked)


def _repaired(data: bytes, raw: str) -> Iterator[Decoded]:
    """What the text may be, each only where it is certain."""
    windows = _windows(data)
    if windows is not None:
        yield Decoded(windows, "chuyển từ mã Windows-1258 sang Unicode")
    undone = unspoilt(raw)
    if undone is not None:
        yield Decoded(undone, "đã khôi phục chữ UTF-8 bị mở nhầm bảng mã")
    encoding = legacy.by_words(
        word for line in raw.splitlines() if not is_good(line) for word in line.split()
    )
    if encoding is not None:
        lines = [
            line if is_good(line) else legacy.converted_lines([line], encoding)[0] for line in raw.split("\n")
        ]
        yield Decoded(nfc("\n".join(lines)), f"chuyển từ mã {encoding.name} sang Unicode")


def _windows(data: bytes) -> str | None:
    """Bytes of the Vietnamese Windows table, which writes tones as marks of their own."""
    try:
        text = nfc(data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    marked = [w for w in _WORD.findall(text) if not w.isascii()]
    certain = len(marked) >= _JUDGED and legacy.share_of_syllables(marked) >= _LINE_SURE
    return text if certain and legacy.is_unicode(text) else None


def unspoilt(text: str) -> str | None:
    """UTF-8 that was opened in another table, undone; `None` where nothing can be undone, or not wholly."""
    # its tables take a tenth of a second to build, and a scan never needs them
    from ftfy import fix_encoding  # noqa: PLC0415
    from ftfy.badness import is_bad  # noqa: PLC0415

    whole = nfc(fix_encoding(text))
    if whole == nfc(text) or "\N{REPLACEMENT CHARACTER}" in whole or is_bad(whole):
        return None
    return whole if legacy.is_unicode(whole) and _is_sane(whole, _LINE_SURE) else None


def is_good(line: str) -> bool:
    """Whether a line has no words beyond ASCII, or all of them are Vietnamese."""
    strange = [w for w in line.split() if not w.isascii()]
    return not strange or legacy.share_of_syllables(strange) >= _LINE_SURE


def unspoilt_lines(lines: Sequence[str]) -> list[str] | None:
    """Lines whose UTF-8 was opened in another table, undone with the words of each line kept apart; `None` as in `unspoilt`."""
    whole = unspoilt("\n".join(lines))
    made = whole.split("\n") if whole is not None else []
    same = len(made) == len(lines) and all(
        len(a.split()) == len(b.split()) for a, b in zip(made, lines, strict=True)
    )
    return made if same else None
