"""The documentation says what the program does: commands, options, exit codes, tables, code blocks."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer

from vanthu import __version__
from vanthu.cli.main import application
from vanthu.errors import ExitCode
from vanthu.resources import rules_folder
from vanthu.rulebook.check import failures
from vanthu.rulebook.load import load_rulebook
from vanthu.times.context import TimeContext
from vanthu.understanding.deadlines.reader import DeadlineReader

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "pipeline" / "vanthu"
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
GUIDES = {
    f"docs/{path.name}": path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))
}
MANUAL = "\n".join([README, *GUIDES.values()])
DOCUMENTS = {"README.md": README, "CONTRIBUTING.md": CONTRIBUTING, **GUIDES}


def commands() -> dict[str, set[str]]:
    """Every command with its options; the program itself under ''."""
    program = typer.main.get_command(application())
    found = {"": set(_options(program))}
    for name, command in program.commands.items():
        if hasattr(command, "commands"):
            found |= {f"{name} {sub}": set(_options(c)) for sub, c in command.commands.items()}
        else:
            found[name] = set(_options(command))
    return found


def _options(command: Any) -> Iterator[str]:
    for parameter in command.params:
        yield from (name for name in parameter.opts if name.startswith("--"))


COMMANDS = commands()


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_and_option_is_told_of(command: str) -> None:
    if command:
        assert f"vanthu {command}" in MANUAL
    for option in COMMANDS[command] - {"--version"}:
        assert option in MANUAL, option


def _calls(text: str) -> list[tuple[str, set[str]]]:
    """Every call of the program that a document shows, with the options in it."""
    spans = re.findall(r"`([^`\n]*)`|^\s*((?:\.venv/bin/)?vanthu [^\n#]*)", text, re.MULTILINE)
    calls = (inline or line for inline, line in spans)
    found = (
        re.match(r"(?:\.venv/bin/)?vanthu ((?:rules |tracker |register )?[a-z]+)(.*)", call.strip())
        for call in calls
    )
    return [(m[1], set(re.findall(r"--[a-z-]+", m[2]))) for m in found if m]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_command_or_option_is_told_of_that_is_not_there(name: str) -> None:
    calls = _calls(DOCUMENTS[name])
    assert len(calls) > 5 or name == "docs/library.md"  # which shows Python
    for command, options in calls:
        assert command in COMMANDS, command
        assert options <= COMMANDS[command] | {"--help"}, (command, options)
    mentioned = set(re.findall(r"`(--[a-z-]+)", DOCUMENTS[name]))
    assert mentioned <= set().union(*COMMANDS.values()) | {"--help"}


def test_the_table_of_exit_codes_is_that_of_the_program() -> None:
    rows = re.findall(r"^\| (\d+) \| ([A-Z]+) \|", README, re.MULTILINE)
    assert [(int(code), name) for code, name in rows] == [(code.value, code.name) for code in ExitCode]


def test_the_order_of_gravity_is_that_of_the_program() -> None:
    from vanthu.engine.outcome import GRAVEST_FIRST

    told = re.search(r"the gravest code counts: ([\d, ]+)\.", README)
    assert told is not None
    assert [int(code) for code in told[1].split(",")] == [code.value for code in GRAVEST_FIRST]


def test_the_files_of_a_result_are_those_that_are_written() -> None:
    from vanthu.export.combined import NAMES

    combined = README.split("Over all documents of a run, in `OUT/`:")[1].split(".\n")[0]
    assert set(re.findall(r"`([^`]+)`", combined)) == set(NAMES)


def test_the_kinds_of_files_are_those_that_are_read() -> None:
    from vanthu.engine.discovery import SUFFIXES

    told = re.search(r"`((?:\.[a-z]+ ?){5,})`", MANUAL)
    assert told is not None
    assert set(told[1].split()) == SUFFIXES


def test_the_table_of_layers_is_the_contract() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    contract = re.findall(r'^    "([a-z]+)",$', pyproject.split("layers = [")[1].split("]")[0], re.MULTILINE)
    table = CONTRIBUTING.split("### Layers")[1].split("###")[0]
    rows = re.findall(r"^\| (`.*?) \| ", table, re.MULTILINE)
    assert re.findall(r"`([a-z]+)`", "".join(rows)) == contract


def test_the_table_of_layers_names_the_rooms_of_each() -> None:
    rows = dict(re.findall(r"^\| `([a-z]+)` \| (.*) \|$", CONTRIBUTING, re.MULTILINE))
    rooms = {file.parent for file in PACKAGE.glob("*/*/*.*") if file.suffix != ".pyc"}
    assert rooms
    for room in rooms:
        assert f"`{room.name}/`" in rows[room.parent.name], room


def test_the_complaint_told_of_becomes_a_rule(tmp_path: Path) -> None:
    walk = CONTRIBUTING.split("## From a complaint to a rule")[1].split("\n## ")[0]
    asked = re.search(r'vanthu deadlines "([^"]+)"', walk)
    assert asked is not None
    assert list(_read(asked[1], rules_folder())) == []
    folder = tmp_path / "rules"
    shutil.copytree(rules_folder(), folder)
    (block,) = re.findall(r"```yaml\n(.*?)```", walk, re.DOTALL)
    with (folder / "deadlines.yaml").open("a", encoding="utf-8") as file:
        file.write("\n" + textwrap.indent(textwrap.dedent(block), "  "))
    (found,) = _read(asked[1], folder)
    assert found.kind == "ongoing"
    assert not failures(load_rulebook(folder))


def _read(sentence: str, rules: Path) -> Sequence[Any]:
    return DeadlineReader.of(load_rulebook(rules)).in_text(sentence, TimeContext(issued_on=date(2025, 8, 1)))


def test_the_python_shown_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", MANUAL, re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, "docs", "exec"), {})  # noqa: S102  # our own words
    assert (tmp_path / "out" / "tet-trong-cay" / "plan.json").exists()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_and_make_targets_are_there(name: str) -> None:
    text = DOCUMENTS[name]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE):
        assert f"\n{target}:" in makefile, target
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / name).parent.joinpath(link).exists(), link


def test_the_version_is_told_in_one_place() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
    assert 'dynamic = ["version"]' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
