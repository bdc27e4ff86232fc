"""Which file gets which copy: made anew with words on it, or byte for byte as it is."""

from __future__ import annotations

import shutil
from enum import StrEnum
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from pikepdf.canvas import ContentStreamBuilder

from vanthu.document.page import Page, Reading, Source
from vanthu.document.plan import Plan
from vanthu.errors import InputError, PageError
from vanthu.export.copying.blank_font import BlankFont
from vanthu.export.copying.layer import FONT, add_words, pieces_of
from vanthu.export.copying.pdfa import seal
from vanthu.export.copying.pictures import Pictures, pictures_of
from vanthu.export.copying.placing import to_page
from vanthu.export.places import whole_file

_PDF = "application/pdf"
_IMAGE = Name("/Im0")
_SEARCHABLE_ALREADY = {Reading.TEXT_LAYER, Reading.BLANK}


class CopyKind(StrEnum):
    """What a copy is."""

    MADE = "made"  # PDF/A with the words that were read
    SIGNED = "signed"  # as it is: another byte would break the digital signature
    DIGITAL = "digital"  # as it is: its own text can be searched already


def write_copy(plan: Plan, path: Path) -> CopyKind:
    """Write a searchable copy of the plan's file; a file that stands there is replaced, the plan's own is never touched.

    A digitally signed PDF, and one whose pages all have a good text layer, is copied byte for byte. Pages that could not
    be read are copied without words. Raises `InputError` where the file has no images (a text), or `path` is the
    file itself, `OutputError` where the disk refuses, `ValueError` where the plan has no blocks yet.
    """
    if plan.source is None or plan.blocks is None:
        raise ValueError("the plan has no blocks yet")
    source = Path(plan.source.path)
    if path.exists() and path.samefile(source):
        raise InputError("bản sao không được ghi đè lên bản gốc; hãy chọn tên khác", where=str(path))
    kind = _kind(plan, plan.source)
    with whole_file(path) as new:
        if kind is CopyKind.MADE:
            _make(plan, source, new)
        else:
            shutil.copyfile(source, new)
    return kind


def _kind(plan: Plan, source: Source) -> CopyKind:
    pages = plan.pages or ()
    if not has_images(plan):
        raise InputError("tệp này không có hình trang; nội dung vốn đã tìm kiếm được", where=source.path)
    if source.media_type != _PDF:
        return CopyKind.MADE
    if is_signed(Path(source.path)):
        return CopyKind.SIGNED
    return CopyKind.DIGITAL if all(p.reading in _SEARCHABLE_ALREADY for p in pages) else CopyKind.MADE


def has_images(plan: Plan) -> bool:
    """Whether a file has page images that a copy could show: a PDF or a picture."""
    kind = plan.source.media_type if plan.source else ""
    return kind == _PDF or kind.startswith("image/")


def is_signed(path: Path) -> bool:
    """Whether a PDF bears a digital signature: something in it says which of its bytes it vouches for."""
    with pikepdf.open(path) as pdf:
        return any(isinstance(item, Dictionary) and "/ByteRange" in item for item in pdf.objects)


def _make(plan: Plan, source: Path, path: Path) -> None:
    is_pdf = plan.source is not None and plan.source.media_type == _PDF
    copy = Pdf.new()
    font = BlankFont(copy)
    with pictures_of(source, copy, is_pdf=is_pdf) as pictures:
        for page in plan.pages or ():
            _add_page(copy, plan, page, pictures, font)
        font.finish()
        seal(copy, path, title=_title(plan, source))


def _add_page(copy: Pdf, plan: Plan, page: Page, pictures: Pictures, font: BlankFont) -> None:
    try:
        image, place, size = pictures((page.sheet or page.number) - 1)
    except PageError:
        return  # told already where it was read
    if page.width is None or page.height is None:
        page = page.model_copy(update={"width": size[0], "height": size[1]})
    content = ContentStreamBuilder()
    content.push().cm(place @ to_page(page, size)).draw_xobject(_IMAGE).pop()
    add_words(content, pieces_of(plan, page), page, font)
    copy.pages.append(
        pikepdf.Page(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, page.width, page.height]),
                Resources=Dictionary(
                    XObject=Dictionary({str(_IMAGE): image}), Font=Dictionary({str(FONT): font.object})
                ),
                Contents=Stream(copy, content.build()),
            )
        )
    )


def _title(plan: Plan, source: Path) -> str:
    known = plan.header.title.value if plan.header else None
    return known or source.stem
