"""The one entry: a checked source in, everything read from it out. Pure: same bytes, settings and engine, same result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import cv2

from vanthu.document.page import Reading, Source
from vanthu.errors import InputError, PageError
from vanthu.reading.digital.plain.transcript import read_transcript
from vanthu.reading.door import sniff
from vanthu.reading.failing import failed
from vanthu.reading.marks.wording import Marking
from vanthu.reading.pdf import pdf_sheets
from vanthu.reading.picture import picture_sheets
from vanthu.reading.recognition.engine_room import engine_room
from vanthu.reading.recognition.scan import Rules
from vanthu.reading.recognition.signing import Signing
from vanthu.reading.result import PageRead, Recognition, Sheets, collect
from vanthu.reading.secrecy import Guard
from vanthu.rulebook.match import RuleSet
from vanthu.settings import Settings

_NOT_A_SHEET = "hình của trang này có hình dạng vô lý, không phải một tờ giấy; hãy quét lại trang"
_NO_MEMORY = "trang quá lớn, không đủ bộ nhớ để đọc; hãy quét lại ở 200-300 dpi"


def read(
    source: Source,
    *,
    settings: Settings,
    secrecy: RuleSet | None = None,
    signing: Signing | None = None,
    marking: Marking | None = None,
) -> Recognition:
    """Read all pages of a file that `open_source` let in.

    `secrecy` are the rules under the label SECRECY; `None` looks for no marks. With `signing` the corner of a
    scan where a seal hides the signer is looked at again; with `marking` stamps and handwriting are told. Raises `SecretError` where a page bears
    one, `InputError` where no page at all could be read, `SetupError` where the engine is missing.
    """
    with opened(source, settings=settings, secrecy=secrecy, signing=signing, marking=marking) as sheets:
        return together(source, (page for index in range(sheets.count) for page in sheets.read(index)))


@contextmanager
def opened(
    source: Source,
    *,
    settings: Settings,
    secrecy: RuleSet | None = None,
    signing: Signing | None = None,
    marking: Marking | None = None,
) -> Iterator[Sheets]:
    """The file's sheets, to be read one by one, in any order and anywhere; `together` makes them whole again.

    A sheet that can't be read gives a page that says so. A text has one sheet, with all its pages. Raises as `read` does.
    """
    guard = Guard(secrecy, source.path, settings.ink.mark_zone)
    with engine_room().held(), _sheets(source, settings, Rules(guard, signing, marking)) as sheets:

        def read_one(index: int) -> tuple[PageRead, ...]:
            reads = _tried(sheets, index)
            for read_page in reads:
                guard.check_page(read_page.page, read_page.words)
            return reads

        yield Sheets(sheets.count, read_one)


def together(source: Source, reads: Iterable[PageRead]) -> Recognition:
    """The pages of all sheets, in order, as one. Raises `InputError` where none of them could be read."""
    recognition = collect(reads)
    if recognition.pages and all(p.reading is Reading.FAILED for p in recognition.pages):
        # a document of which nothing was read is an error, not a result with problems
        raise InputError(recognition.pages[0].reason, where=source.path)
    return recognition


def _sheets(source: Source, settings: Settings, rules: Rules) -> AbstractContextManager[Sheets]:
    path = Path(source.path)
    if source.media_type == sniff.PDF:
        return pdf_sheets(path, settings=settings, rules=rules)
    if source.media_type in sniff.PICTURES:
        return picture_sheets(path, settings=settings, rules=rules)
    if source.media_type == sniff.DOCX:
        from vanthu.reading.digital.docx.document import read_docx  # noqa: PLC0415  # most files are others

        return _text_sheet(lambda: read_docx(path, settings=settings, rules=rules))
    return _text_sheet(lambda: read_transcript(path))


@contextmanager
def _text_sheet(pages: Callable[[], Iterable[PageRead]]) -> Iterator[Sheets]:
    yield Sheets(1, lambda _: tuple(pages()))


def _tried(sheets: Sheets, index: int) -> tuple[PageRead, ...]:
    try:
        return sheets.read(index)
    except PageError as error:
        return (failed(index + 1, error),)
    except MemoryError:
        return (failed(index + 1, PageError(_NO_MEMORY)),)
    except cv2.error as error:
        reason = _NO_MEMORY if error.code == cv2.Error.StsNoMem else _NOT_A_SHEET
        return (failed(index + 1, PageError(reason)),)
