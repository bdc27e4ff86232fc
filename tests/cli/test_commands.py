"""What each command gives, on a small plan."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import bad_files
from vanthu.errors import ExitCode


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return bad_files.text_file(tmp_path / "kh-36.txt")


@pytest.fixture
def out(vanthu: Callable, plan: Path, tmp_path: Path) -> Path:
    assert vanthu("process", plan, "--out", tmp_path / "out").code == ExitCode.OK
    return tmp_path / "out"


def test_process_ends_with_a_table_and_says_where_the_files_are(
    vanthu: Callable, plan: Path, tmp_path: Path
) -> None:
    ended = vanthu("process", plan, "--out", tmp_path / "out")
    assert ended.code == ExitCode.OK
    assert "36/KH-UBND" in ended.out
    assert "12/03/2024" in ended.out
    assert str(tmp_path / "out" / "kh-36" / "report.html") in ended.out
    assert ended.err.startswith(f"[1/1] {plan}: xong (1 trang, 2 nhiệm vụ")


def test_the_plan_written_is_one_that_the_schema_describes(vanthu: Callable, out: Path) -> None:
    schema = json.loads(vanthu("schema").out)
    made = json.loads((out / "kh-36" / "plan.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(made, schema)
    assert made["document"]["number"] == "36"
    assert made["tasks"][0]["deadlines"][0]["date"] == "2024-06-30"


def test_a_second_run_gives_the_same_plan_and_no_second_folder(
    vanthu: Callable, out: Path, plan: Path
) -> None:
    first = (out / "kh-36" / "plan.json").read_bytes()
    vanthu("process", plan, "--out", out)
    assert (out / "kh-36" / "plan.json").read_bytes() == first
    assert [entry.name for entry in out.iterdir() if entry.is_dir()] == ["kh-36"]


def test_text_gives_what_stands_in_the_file(vanthu: Callable, plan: Path) -> None:
    shown = vanthu("text", plan).out
    wanted = bad_files.PLAN.split()
    assert set(wanted) <= set(shown.split())


def test_pages_of_text_are_parted_by_form_feeds(vanthu: Callable, tmp_path: Path) -> None:
    two = bad_files.text_file(tmp_path / "two.txt", bad_files.PLAN + "\fPHỤ LỤC\nDanh sách thôn\n")
    first, second = vanthu("text", two).out.split("\f")
    assert "Dọn vệ sinh" in first
    assert "Danh sách thôn" in second


def test_a_sentence_gives_its_deadlines(vanthu: Callable) -> None:
    ended = vanthu("deadlines", "Hoàn thành trước ngày 30/6", "--issued", "15/01/2025")
    assert json.loads(ended.out)["date"] == "2025-06-30"
    assert "30/6" in ended.err
    assert "Quy tắc: deadline." in ended.err


def test_a_sentence_without_deadline_says_so_beside_the_data(vanthu: Callable) -> None:
    ended = vanthu("deadlines", "Các đơn vị nghiêm túc thực hiện")
    assert (ended.code, ended.out) == (ExitCode.OK, "")
    assert "không có thời hạn" in ended.err.lower()


def test_a_table_of_sentences_gives_a_line_each(vanthu: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        {"id": "a", "issued_on": "2025-01-15", "sentence": "Xong trước ngày 30/6"},
        {"id": 2, "issued_on": None, "sentence": "Nghiêm túc thực hiện"},
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, rows)) + "\n\n"))
    answers = [json.loads(line) for line in vanthu("deadlines", "--jsonl").out.splitlines()]
    assert [a["id"] for a in answers] == ["a", 2]
    assert answers[0]["deadlines"][0]["date"] == "2025-06-30"
    assert answers[1]["deadlines"] == []


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": 1}', '{"id": 1, "sentence": "x", "issued_on": "31/2/2024"}']
)
def test_a_row_that_is_wrong_is_told_with_its_number(
    vanthu: Callable, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.StringIO(f'{{"id": 1, "sentence": "x"}}\n{line}\n{{"id": 3, "sentence": "x"}}\n')
    )
    ended = vanthu("deadlines", "--jsonl")
    assert ended.code == ExitCode.INPUT
    assert "dòng 2" in ended.err
    assert [json.loads(row)["id"] for row in ended.out.splitlines()] == [1, 3]


def test_audit_reads_results_and_documents_alike(vanthu: Callable, out: Path, plan: Path) -> None:
    from_results, from_document = vanthu("audit", out), vanthu("audit", plan)
    assert from_results.code == from_document.code == ExitCode.OK
    notes = [
        [line.split("\t")[-1] for line in ended.out.splitlines()] for ended in (from_results, from_document)
    ]
    assert notes[0] == notes[1] != []
    assert "chủ nhật" in notes[0][0].lower()  # 30/6/2024


def test_audit_with_strict_ends_with_a_code_of_its_own(vanthu: Callable, plan: Path, tmp_path: Path) -> None:
    calm = bad_files.text_file(tmp_path / "calm.txt", bad_files.PLAN.replace("30/6/2024", "28/6/2024"))
    assert vanthu("audit", plan, "--strict").code == ExitCode.FINDINGS
    assert vanthu("audit", calm, "--strict").code == ExitCode.OK


def test_audit_goes_on_after_a_file_that_can_not_be_read(
    vanthu: Callable, plan: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    broken = tmp_path / "other" / "plan.json"
    broken.write_text("{}", encoding="utf-8")
    ended = vanthu("audit", broken, plan)
    assert ended.code == ExitCode.INPUT
    assert str(broken) in ended.err
    assert ended.out != ""


def test_the_rules_of_the_program_hold(vanthu: Callable) -> None:
    ended = vanthu("rules", "check")
    assert (ended.code, ended.err) == (ExitCode.OK, "")


@pytest.fixture
def other_rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "x.yaml").write_text(
        "version: 1\nlabel: X\nrules:\n"
        "  - {id: x.long, why: cả cụm, pattern: 'trước ngày', priority: 20, examples: [{text: trước ngày}]}\n"
        "  - {id: x.short, why: một chữ, pattern: 'ngày', examples: [{text: ngày mai}]}\n"
        "  - {id: x.other, why: chữ khác, pattern: 'tháng', examples: [{text: tháng tới}]}\n",
        encoding="utf-8",
    )
    return folder


def test_explain_tells_who_won_and_who_lost_to_whom(vanthu: Callable, other_rules: Path) -> None:
    lines = vanthu("rules", "explain", "xong trước ngày 5/5", "--rules", other_rules).out.splitlines()
    assert lines[0] == "X: 3 quy tắc đã xét"
    assert any("KHỚP  x.long" in line and "«trước ngày»" in line for line in lines)
    assert any("THUA x.long  x.short" in line for line in lines)
    assert not any("x.other" in line for line in lines)


def test_explain_names_the_silent_rules_on_request(vanthu: Callable, other_rules: Path) -> None:
    assert "không khớp  x.other" in vanthu("rules", "explain", "ngày", "--all", "--rules", other_rules).out


def test_an_example_that_does_not_hold_is_told(vanthu: Callable, other_rules: Path) -> None:
    file = other_rules / "x.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("tháng tới", "năm tới"), encoding="utf-8")
    ended = vanthu("rules", "check", "--rules", other_rules)
    assert ended.code == ExitCode.RULES
    assert "x.other" in ended.err


def test_a_rule_file_that_is_not_valid_is_told(vanthu: Callable, other_rules: Path) -> None:
    (other_rules / "y.yaml").write_text("version: 1\nlabel: Y\nrulez: []\n", encoding="utf-8")
    ended = vanthu("rules", "check", "--rules", other_rules)
    assert ended.code == ExitCode.RULES
    assert "y.yaml" in ended.err
    assert ended.err.count("\n") == 1


def test_the_doctor_tells_what_is_missing_and_how_to_get_it(
    vanthu: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ended = vanthu("doctor", "--out", tmp_path / "out")
    assert ended.code == ExitCode.SETUP
    assert "sudo apt-get install tesseract-ocr-vie" in ended.out
    assert "ĐỦ      Python" in ended.out
    assert "THIẾU   tesseract:" in ended.out
    assert "NÊN CÓ  dữ liệu nhận dạng 'Vietnamese'" in ended.out
