from __future__ import annotations

from pathlib import Path

import pytest

from vanthu.errors import InputError
from vanthu.evaluation.gold import pair_up

GOLD = '{"document": {}, "tasks": []}'


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    return tmp_path


def test_names_belong_together_when_one_begins_with_the_other(tmp_path: Path) -> None:
    gold = folder(tmp_path, **{"03-cong-van": GOLD, "04": GOLD})
    documents = [Path("x/03.pdf"), Path("x/04-ke-hoach.docx"), Path("x/05.txt")]
    assert {g.name: g.document.name for g in pair_up(gold, documents).pairs} == {
        "03-cong-van": "03.pdf",
        "04": "04-ke-hoach.docx",
    }


def test_a_finished_plan_goes_by_its_folder_and_the_same_name_wins(tmp_path: Path) -> None:
    gold = folder(tmp_path, a1=GOLD)
    documents = [Path("a1-b.txt"), Path("out/a1/plan.json"), Path("a.txt")]
    assert pair_up(gold, documents).pairs[0].document == Path("out/a1/plan.json")


def test_gold_without_a_document_is_named_and_other_json_is_none(tmp_path: Path) -> None:
    paired = pair_up(folder(tmp_path, a=GOLD, settings='{"x": 1}'), [])
    assert (paired.pairs, paired.alone) == ((), ("a",))


@pytest.mark.parametrize("files", [{}, {"x": "[]"}, {"broken": "{"}])
def test_no_gold_and_broken_gold_are_told(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(InputError):
        pair_up(folder(tmp_path, **files), [])
