"""Files that are no whole DOCX are refused in one line; none of them is a fault of the program."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from vanthu.errors import InputError
from vanthu.reading import open_source, read
from vanthu.settings import Settings


def refused(file: Path) -> None:
    with pytest.raises(InputError, match="DOCX bị hỏng"):
        read(open_source(file), settings=Settings())


def test_what_is_no_xml(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", "<not xml")
    refused(tmp_path / "a.docx")


def no_body(document: Any) -> None:
    document.element.remove(document.element.body)


def header_of_other_kind(document: Any) -> None:
    part = Part(PackURI("/word/header9.bin"), "application/octet-stream", b"x", document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.HEADER)


@pytest.mark.parametrize("spoil", [no_body, header_of_other_kind])
def test_a_part_that_is_missing_or_of_another_kind(spoil: Callable[[Any], None], tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("1. Công an xã tuần tra.")
    spoil(document)
    document.save(str(tmp_path / "a.docx"))
    refused(tmp_path / "a.docx")


def test_a_relation_that_leads_nowhere(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "whole.docx"))
    with (
        zipfile.ZipFile(tmp_path / "whole.docx") as whole,
        zipfile.ZipFile(tmp_path / "a.docx", "w") as spoilt,
    ):
        for name in whole.namelist():
            data = whole.read(name)
            spoilt.writestr(name, data.replace(b"Target=", b"Aim=") if name == "_rels/.rels" else data)
    refused(tmp_path / "a.docx")
