from __future__ import annotations

from pathlib import Path

import pytest

import bad_files
from vanthu.document.page import Problem
from vanthu.document.plan import Plan
from vanthu.errors import PipelineError
from vanthu.reading import open_source
from vanthu.reading.keeping.keeper import OFF, store
from vanthu.reading.secrecy import Cleared
from vanthu.settings import Settings
from vanthu.stages.recognise import Recognise


def test_it_adds_its_layers_and_keeps_earlier_problems(tmp_path: Path) -> None:
    before = Problem(code="x", message="có từ trước")
    plan = Plan(source=open_source(bad_files.text_file(tmp_path / "a.txt")), problems=(before,))
    after = Recognise(Settings())(plan)
    assert plan.words is None
    assert after.pages is not None
    assert after.words is not None
    assert [w.text for w in after.words[:3]] == ["UBND", "XÃ", "AN"]
    assert after.grids == ()
    assert after.problems == (before,)


def test_a_plan_without_a_file_is_a_defect_of_the_line_up() -> None:
    with pytest.raises(PipelineError):
        Recognise(Settings())(Plan())


@pytest.mark.ocr
def test_where_and_whether_to_keep_is_asked_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept_in(folder: Path) -> int:
        monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
        stage(Plan(source=open_source(page)))
        return len(store(stage.settings.limits).entries())

    page, stage = bad_files.pdf(tmp_path / "a.pdf"), Recognise(Settings(), keeping=True)
    assert [kept_in(tmp_path / name) for name in ("one", "two")] == [1, 1]
    monkeypatch.setenv(OFF, "1")
    assert kept_in(tmp_path / "three") == 0


@pytest.mark.ocr
def test_what_only_a_persons_word_let_pass_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    source = open_source(bad_files.pdf(tmp_path / "a.pdf"))
    stage = Recognise(Settings(), keeping=True, cleared=frozenset({Cleared(source.sha256, "Lan")}))
    assert stage(Plan(source=source)).pages
    assert not store(stage.settings.limits).entries()
