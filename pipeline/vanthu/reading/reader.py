"""The one entry: a checked source in, everything read from it out. Pure: same bytes, settings and engine, same result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from vanthu.document.page import Reading, Source
from vanthu.errors import InputError
from vanthu.reading.digital.docx import read_docx
from vanthu.reading.digital.transcript import read_transcript
from vanthu.reading.door import sniff
from vanthu.reading.pdf import read_pdf
from vanthu.reading.picture import read_picture
from vanthu.reading.recognition.scan import Rules
from vanthu.reading.recognition.signing import Signing
from vanthu.reading.result import PageRead, Recognition, collect
from vanthu.reading.secrecy import Guard
from vanthu.rulebook.match import RuleSet
from vanthu.settings import Settings


def read(
    source: Source, *, settings: Settings, secrecy: RuleSet | None = None, signing: Signing | None = None
) -> Recognition:
    """Read all pages of a file that `open_source` let in.

    `secrecy` are the rules under the label SECRECY; `None` looks for no marks. With `signing` the corner of a
    scan where a seal hides the signer is looked at again. Raises `SecretError` where a page bears
    one, `InputError` where no page at all could be read, `SetupError` where the engine is missing.
    """
    guard = Guard(secrecy, source.path, settings.ink.mark_zone)
    recognition = collect(_guarded(_pages(source, settings, Rules(guard, signing)), guard))
    _refuse_failure(recognition, source)
    return recognition


def _pages(source: Source, settings: Settings, rules: Rules) -> Iterator[PageRead]:
    path = Path(source.path)
    if source.media_type == sniff.PDF:
        return read_pdf(path, settings=settings, rules=rules)
    if source.media_type in sniff.PICTURES:
        return read_picture(path, settings=settings, rules=rules)
    if source.media_type == sniff.DOCX:
        return read_docx(path)
    return read_transcript(path)


def _guarded(reads: Iterable[PageRead], guard: Guard) -> Iterator[PageRead]:
    for read_page in reads:
        guard.check_page(read_page.page, read_page.words)
        yield read_page


def _refuse_failure(recognition: Recognition, source: Source) -> None:
    """A document of which nothing was read is an error, not a result with problems."""
    if recognition.pages and all(p.reading is Reading.FAILED for p in recognition.pages):
        raise InputError(recognition.pages[0].reason, where=source.path)
