from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[3] / "samples"
NAME = "07-ke-hoach-tet-trong-cay"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One sample with its expected plan beside it."""
    shutil.copy(SAMPLES / "documents" / f"{NAME}.txt", tmp_path)
    shutil.copy(SAMPLES / "expected" / f"{NAME}.json", tmp_path)
    return tmp_path


def test_it_counts_each_kind_and_lists_what_is_wrong(
    vanthu: Callable[..., tuple[int, str, str]], gold: Path
) -> None:
    file = gold / f"{NAME}.json"
    plan = json.loads(file.read_text(encoding="utf-8"))
    plan["document"]["number"] = "999"
    file.write_text(json.dumps(plan), encoding="utf-8")
    code, out, _ = vanthu("evaluate", gold, "--misses")
    assert code == 0
    assert f"{NAME}\tphần đầu\tnumber\t- 999\t+ " in out
    assert "1 tài liệu, 1 chỗ sai" in out


def test_a_run_is_held_against_a_saved_one(vanthu: Callable[..., tuple[int, str, str]], gold: Path) -> None:
    saved = gold / "saved" / "run.json"
    saved.parent.mkdir()
    assert vanthu("evaluate", gold, "--save", saved)[0] == 0
    document = gold / f"{NAME}.txt"
    document.write_text(
        document.read_text(encoding="utf-8").replace("KẾ HOẠCH", "CÔNG VĂN", 1), encoding="utf-8"
    )
    code, out, _ = vanthu("evaluate", gold, "--against", saved)
    assert code == 0
    assert "\nmất " in out
    assert "được 0, mất " in out


def test_gold_without_a_document_is_told(vanthu: Callable[..., tuple[int, str, str]], gold: Path) -> None:
    shutil.copy(gold / f"{NAME}.json", gold / "khac.json")
    code, _, err = vanthu("evaluate", gold)
    assert code != 0
    assert "'khac'" in err
