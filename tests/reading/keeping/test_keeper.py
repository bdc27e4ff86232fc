"""What is kept of which documents, and when it is found again."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from vanthu.document.page import Page, Problem, Reading, Source, Word
from vanthu.reading.keeping import fingerprint as fingerprints
from vanthu.reading.keeping.fingerprint import fingerprint
from vanthu.reading.keeping.keeper import OFF, Keeper, wanted
from vanthu.reading.keeping.store import Store
from vanthu.reading.result import Recognition
from vanthu.rulebook.match import CompiledRule, RuleSet
from vanthu.rulebook.patterns import compile_rule
from vanthu.rulebook.schema import Rule
from vanthu.settings import ImageSettings, LimitSettings, Settings

PAGE = Page(number=1, width=595.0, height=842.0, reading=Reading.OCR)
FOUND = Recognition((PAGE,), (Word("xã", 1, None, 0.9, 0, "tesseract"),), ())
SCAN = Source(path="a.pdf", name="a.pdf", sha256="ab" * 32, media_type="application/pdf", size=9)


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(Store(tmp_path, 10_000), "c" * 64)


def test_the_same_bytes_are_recognised_once_whatever_the_file_is_called(keeper: Keeper) -> None:
    assert keeper.recall(SCAN) is None
    keeper.keep(SCAN, FOUND)
    assert keeper.recall(SCAN.model_copy(update={"path": "b/b.pdf", "name": "b.pdf"})) == FOUND
    assert keeper.recall(SCAN.model_copy(update={"sha256": "cd" * 32})) is None


def test_other_settings_or_another_engine_find_nothing(keeper: Keeper) -> None:
    keeper.keep(SCAN, FOUND)
    assert dataclasses.replace(keeper, how="d" * 64).recall(SCAN) is None


def test_a_document_with_a_page_that_failed_is_read_again(keeper: Keeper) -> None:
    keeper.keep(SCAN, FOUND._replace(problems=(Problem(code="page", message="hỏng", page=2),)))
    assert keeper.store.entries() == ()


def test_a_damaged_entry_is_passed_over_and_replaced(keeper: Keeper) -> None:
    keeper.keep(SCAN, FOUND)
    (entry,) = keeper.store.entries()
    entry.path.write_bytes(entry.path.read_bytes()[:-3])
    assert keeper.recall(SCAN) is None
    keeper.keep(SCAN, FOUND)
    assert keeper.recall(SCAN) == FOUND


def test_a_file_can_be_forgotten_whatever_it_was_read_with(keeper: Keeper) -> None:
    for how in ("c", "d"):
        dataclasses.replace(keeper, how=how * 64).keep(SCAN, FOUND)
    keeper.forget(SCAN)
    assert keeper.store.entries() == ()


def test_texts_are_not_kept(keeper: Keeper) -> None:
    keeper.keep(SCAN.model_copy(update={"media_type": "text/plain"}), FOUND)
    assert keeper.store.entries() == ()


def test_keeping_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wanted(LimitSettings())
    assert not wanted(LimitSettings(cache_bytes=0))
    monkeypatch.setenv(OFF, "1")
    assert not wanted(LimitSettings())


@pytest.fixture
def without_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprints, "_engine", fingerprints._engine.__wrapped__)


@pytest.mark.usefixtures("without_cache")
def test_without_an_engine_nothing_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pytesseract.pytesseract.tesseract_cmd", str(tmp_path / "none"))
    assert fingerprint(Settings(), ()) is None


def rules(**facts: object) -> RuleSet:
    data = {"id": "x.a", "why": "một chữ", "forms": ["mật"], "examples": [{"text": "mật"}], **facts}
    rule = Rule.model_validate(data)
    return RuleSet("X", (CompiledRule(rule, compile_rule(rule, {})),))


@pytest.mark.ocr
def test_the_mark_changes_with_what_decides_and_with_nothing_else() -> None:
    usual = fingerprint(Settings(), [rules()])
    assert usual is not None
    assert usual == fingerprint(Settings(limits=LimitSettings(pages=7)), [rules(why="lời khác")])
    others = {
        fingerprint(Settings(image=ImageSettings(render_dpi=150)), [rules()]),
        fingerprint(Settings(), [rules(forms=["kín"])]),
        fingerprint(Settings(), [rules(priority=11)]),
        fingerprint(Settings(), []),
    }
    assert len(others) == 4
    assert usual not in others


@pytest.mark.usefixtures("without_cache")
def test_the_mark_changes_with_the_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def mark(version: str, data: bytes) -> str | None:
        (tmp_path / "vie.traineddata").write_bytes(data)
        program = tmp_path / "tesseract"
        program.write_text(
            f'#!/bin/sh\n[ "$1" = --version ] && echo "tesseract {version}" || echo \'in "{tmp_path}/" (1):\'\n',
            encoding="utf-8",
        )
        program.chmod(0o755)
        monkeypatch.setattr("pytesseract.pytesseract.tesseract_cmd", str(program))
        return fingerprint(Settings(), ())

    marks = [mark("5.3", b"1"), mark("5.4", b"1"), mark("5.4", b"12")]
    assert None not in marks
    assert len(set(marks)) == 3
