from __future__ import annotations

from pathlib import Path

import pytest

from vanthu.engine import health
from vanthu.engine.health import Check, examine


def found(out: Path) -> dict[str, Check]:
    return {check.what: check for check in examine(out)}


def test_a_missing_tesseract_is_told_with_the_way_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    checks = found(tmp_path)
    assert not checks["tesseract"].holds
    assert checks["tesseract"].needed
    assert checks["tesseract"].remedy == "sudo apt-get install tesseract-ocr"
    assert checks["dữ liệu nhận dạng 'vie'"].remedy == "sudo apt-get install tesseract-ocr-vie"


def test_a_tesseract_without_vietnamese_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho 'tesseract 5.3.0'\necho eng\necho osd\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    checks = found(tmp_path)
    assert checks["tesseract"].detail == "tesseract 5.3.0"
    assert checks["dữ liệu nhận dạng 'osd'"].holds
    assert not checks["dữ liệu nhận dạng 'vie'"].holds


def test_what_reading_is_only_better_with_is_not_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(
        health, "requires", lambda _: ["pytest", "no-such-engine[fast]>=1; extra == 'second'"]
    )
    checks = found(tmp_path)
    model, engine = checks["dữ liệu nhận dạng 'Vietnamese'"], checks["thư viện 'no-such-engine'"]
    assert model.remedy == "sudo apt-get install tesseract-ocr-script-viet"
    assert engine.remedy.endswith("pip install 'no-such-engine[fast]>=1'")  # a shell would take > for itself
    assert not any(check.holds or check.needed for check in (model, engine))
    assert checks["thư viện"].holds


def test_a_folder_that_is_not_there_yet_is_not_made(tmp_path: Path) -> None:
    assert found(tmp_path / "a" / "b")["thư mục kết quả"].holds
    assert not (tmp_path / "a").exists()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    assert not found(tmp_path / "out")["thư mục kết quả"].holds


def test_the_rules_and_models_of_the_program_are_valid(tmp_path: Path) -> None:
    checks = found(tmp_path)
    assert checks["quy tắc"].holds
    assert checks["cấu hình nhận dạng"].holds
