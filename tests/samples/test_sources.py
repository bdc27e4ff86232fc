"""The sources make the documents that are kept, and the expected plans fit the sources."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[2] / "samples"
SOURCES = sorted((SAMPLES / "sources").glob("*.yaml"))
EXPECTED = sorted((SAMPLES / "expected").glob("*.json"))
DOCUMENT_ENDINGS = {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".docx", ".txt", ".md"}
Sources = dict[str, Any]  # the maker is imported by a fixture, so that its types have no name here


def read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def flat(text: str) -> str:
    return " ".join(re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]", "", text).split())


@pytest.fixture
def sources(maker: ModuleType) -> Sources:
    return {source.name: source for source in maker.source.load_all()}


def test_source_document_and_expected_plan_go_together(sources: Sources) -> None:
    documents = {source.file.name for source in sources.values()}
    assert {path.name for path in (SAMPLES / "documents").iterdir()} == documents
    assert {path.stem for path in EXPECTED} == sources.keys()


def test_only_documents_have_the_endings_of_documents() -> None:
    misleading = [
        p for p in SAMPLES.rglob("*") if p.suffix in DOCUMENT_ENDINGS and p.parent.name != "documents"
    ]
    assert misleading == []


@pytest.mark.parametrize("name", [p.stem for p in SOURCES if p.stem[:2] in ("04", "05", "07")])
def test_making_a_document_again_gives_the_same_words(
    maker: ModuleType, sources: Sources, name: str, tmp_path: Path
) -> None:
    again = tmp_path / sources[name].file.name
    again.write_bytes(maker.files.make(sources[name]))
    assert words(again) == words(sources[name].file)


def words(path: Path) -> list[str]:
    if path.suffix == ".pdf":
        import pdfplumber

        with pdfplumber.open(path) as pdf:
            return [w["text"] for page in pdf.pages for w in page.extract_words()]
    if path.suffix == ".docx":
        import docx

        document = docx.Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return [*(p.text for p in document.paragraphs), *cells]
    return path.read_text(encoding="utf-8").split()


@pytest.mark.parametrize(("name", "pages"), [("01", 3), ("02", 4), ("03", 3), ("08", 2)])
def test_scans_hold_images_only(name: str, pages: int) -> None:
    import pypdfium2

    file = next((SAMPLES / "documents").glob(f"{name}*.pdf"))
    pdf = pypdfium2.PdfDocument(file)
    assert len(pdf) == pages
    assert all(page.get_textpage().count_chars() == 0 for page in pdf)
    pdf.close()


@pytest.mark.usefixtures("maker")
def test_a_row_of_the_ruled_table_is_cut_by_the_end_of_the_page(sources: Sources) -> None:
    import io

    import pdfplumber
    from maker.pages import compose

    source = sources["02-ke-hoach-so-hoa-dia-chinh"]
    row = next(row for row in source.tables["duties"].rows if row[0] == "6")
    with pdfplumber.open(io.BytesIO(compose(source)[0])) as pdf:
        ends, begins = (" ".join(page.extract_text().split()) for page in pdf.pages[1:3])
    assert row[1][:20] in ends
    assert row[1][-15:] in begins
    assert "Đơn vị chủ trì" not in begins


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.stem)
class TestExpected:
    def test_has_the_keys_of_the_contract_only(self, path: Path) -> None:
        assert list(read(path)) == [
            "source", "document", "legal_basis", "citations", "tasks", "document_deadlines", "schedule", "findings",
        ]  # fmt: skip

    def test_is_nfc(self, path: Path) -> None:
        assert unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))

    def test_texts_stand_in_the_source_in_this_order(
        self, path: Path, maker: ModuleType, sources: Sources
    ) -> None:
        text = flat(maker.transcript.transcript(sources[path.stem]))
        at = 0
        for task in read(path)["tasks"]:
            at = text.index(flat(task["text"]), at) + len(task["text"])

    def test_texts_have_twelve_words_or_all_there_are(
        self, path: Path, maker: ModuleType, sources: Sources
    ) -> None:
        transcript = maker.transcript.transcript(sources[path.stem])
        ends = [flat(part) for part in re.split(r"[\n\t]", transcript)]
        for task in read(path)["tasks"]:
            assert len(task["text"].split()) >= 12 or any(end.endswith(task["text"]) for end in ends)

    def test_units_and_deadlines_are_copied_from_the_source(
        self, path: Path, maker: ModuleType, sources: Sources
    ) -> None:
        text = flat(maker.transcript.transcript(sources[path.stem]))
        for task in read(path)["tasks"]:
            for name in (*task["lead"], *task["coordinate"]):
                assert name.casefold() in text.casefold()
            for deadline in task["deadlines"]:
                assert deadline["raw"] in text

    def test_ids_are_unique_and_parents_come_before(self, path: Path) -> None:
        seen: set[str] = set()
        for task in read(path)["tasks"]:
            assert task["id"] not in seen
            assert task["parent"] is None or task["parent"] in seen
            seen.add(task["id"])

    def test_dates_are_dates(self, path: Path) -> None:
        plan = read(path)
        deadlines = [d for task in plan["tasks"] for d in task["deadlines"]] + plan["document_deadlines"]
        dates = [d.get(key) for d in deadlines for key in ("date", "start", "end", "until")]
        dates += [row["when"] for row in plan["schedule"]]
        dates += [citation["issued_on"] for citation in plan["citations"]]
        for day in filter(None, dates):
            date.fromisoformat(day[:10])

    def test_legal_basis_is_among_the_citations(self, path: Path) -> None:
        plan = read(path)
        assert all(act in plan["citations"] for act in plan["legal_basis"])

    def test_findings_point_to_what_is_there(self, path: Path) -> None:
        plan = read(path)
        ids = {task["id"] for task in plan["tasks"]}
        sections = {section for id_ in ids for section in (id_, id_.rsplit(".", 1)[0])}
        places = sections | {"document.number", "document.issued_on", "I.2"}
        assert all(set(finding["where"]) <= places for finding in plan["findings"])
