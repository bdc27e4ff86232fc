from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from contracts import DUE, contract, task
from vanthu.cli.main import application
from vanthu.contract.plan_file import dumps


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    for number in ("1", "2"):
        folder = tmp_path / "out" / number
        folder.mkdir(parents=True)
        plan = contract(
            task("1", lead=["Công an xã"], deadlines=[DUE]), task("2"), document={"number": number}
        )
        (folder / "plan.json").write_text(dumps(plan), encoding="utf-8")
    return tmp_path / "out"


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(application(), ["graph", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_folder_of_plans_becomes_one_picture(plans: Path) -> None:
    assert "Nhiệm vụ của 2 kế hoạch" in run(plans)


def test_the_file_s_ending_says_the_form(plans: Path, tmp_path: Path) -> None:
    out = tmp_path / "do-thi.json"
    assert run(plans, "--out", out) == ""
    assert len(json.loads(out.read_text("utf-8"))["nodes"]) > 5


def test_measures_are_a_table_or_data(plans: Path) -> None:
    assert "Khối lượng theo đơn vị" in run(plans, "--measures")
    found = json.loads(run(plans, "--measures", "--format", "json"))
    assert len(found["tasks"]) == 4


def test_on_a_screen_the_figures_are_shown(plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vanthu.cli.outputs.graph.on_screen", lambda: True)
    assert "Khối lượng theo đơn vị" in run(plans)
    assert run(plans, "--format", "svg").startswith("<svg")


def test_a_unit_and_a_time_are_chosen(plans: Path) -> None:
    chosen = run(plans, "--unit", "cong an", "--from", "1/7/2024", "--to", "31/7/2024", "--format", "json")
    assert sum(node["kind"] == "task" for node in json.loads(chosen)["nodes"]) == 2


def test_nothing_is_written_where_nothing_was_read(tmp_path: Path) -> None:
    out = tmp_path / "a.svg"
    result = CliRunner().invoke(application(), ["graph", str(tmp_path / "gone.json"), "--out", str(out)])
    assert result.exit_code == 3
    assert not out.exists()


@pytest.mark.parametrize("option", [("--format", "png"), ("--theme", "pink")])
def test_an_unknown_form_is_told_in_one_line(plans: Path, option: tuple[str, str]) -> None:
    result = CliRunner().invoke(application(), ["graph", str(plans), *option])
    assert result.exit_code != 0
