from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given

from contracts import DUE, ONGOING, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.errors import InputError
from vanthu.export.notes.note import file_name, notes, write_notes
from vanthu.export.office import NOTE_TEMPLATE
from vanthu.export.tracker.rows import Paper
from vanthu.planning.journal import Journal, OwnTask
from vanthu.resources import rules_folder

TEMPLATE = rules_folder() / NOTE_TEMPLATE
PLAN = contract(
    task("1", lead=["Trạm Y tế"], deadlines=[ONGOING], page=3),
    task("2", lead=["Trạm Y tế"], coordinate=["Công an xã"], deadlines=[DUE], page=2),
    task("3.b1", coordinate=["Trạm Y tế"], lead=["Văn phòng"], products=["Báo cáo"]),
)


def written(
    tmp_path: Path, *plans: PublicPlan, template: Path = TEMPLATE, unit: str | None = None
) -> dict[str, Any]:
    paths = write_notes(notes(map(Paper, plans), unit=unit), tmp_path, template)
    return {path.stem: docx.Document(str(path)) for path in paths}


def words(document: Any) -> str:
    return "\n".join(p.text for p in document.paragraphs)


def rows(document: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[1].rows]


def test_each_unit_has_a_note_with_its_work_in_the_order_of_days(tmp_path: Path) -> None:
    found = written(tmp_path, PLAN)
    assert set(found) == {"tram-y-te", "cong-an-xa", "van-phong"}
    text = "Rà soát hồ sơ của mục {}".format
    assert rows(found["tram-y-te"])[1:] == [
        ["1", text(2), "Chủ trì", "trước 31/07/2024", "Công an xã", "12/KH-UBND, tr. 2, mục 2"],
        ["2", text(1), "Chủ trì", "thường xuyên", "", "12/KH-UBND, tr. 3, mục 1"],
        ["3", text("3.b1"), "Phối hợp", "không nêu", "Văn phòng", "12/KH-UBND, gạch đầu dòng thứ 1, mục 3"],
    ]


def test_the_note_names_its_ground_and_sums_up(tmp_path: Path) -> None:
    text = words(written(tmp_path, PLAN)["tram-y-te"])
    assert "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/03/2024 của Ủy ban nhân dân xã An Phước" in text
    assert (
        "Giao Trạm Y tế thực hiện 3 nhiệm vụ sau đây (chủ trì 2, phối hợp 1; thời hạn gần nhất: 31/07/2024)"
        in text
    )
    assert "{{" not in text


def test_only_the_wanted_unit(tmp_path: Path) -> None:
    assert set(written(tmp_path, PLAN, unit="cong an")) == {"cong-an-xa"}
    with pytest.raises(InputError, match="không có đơn vị nào"):
        written(tmp_path, PLAN, unit="Đoàn xã")


def test_an_own_task_is_handed_out_too(tmp_path: Path) -> None:
    from vanthu.planning.journal import Entry

    at = "2024-07-01T08:00:00+07:00"
    own = OwnTask(task="bs-1", text="Họp giao ban", source="ý kiến Chủ tịch", by="Lan", at=at)
    lead = Entry(task="bs-1", field="lead", value=("Tổ A",), by="Lan", at=at)
    papers = [Paper(PLAN, Journal(entries=(lead,), own=(own,)))]
    (path,) = write_notes(notes(papers, unit="Tổ A"), tmp_path, TEMPLATE)
    assert rows(docx.Document(str(path)))[1][1] == "Họp giao ban"


def test_a_long_list_flows_on_with_its_heads_repeated(tmp_path: Path) -> None:
    many = contract(*(task(str(n), lead=["Tổ A"]) for n in range(80)))
    table = written(tmp_path, many)["to-a"].tables[1]
    assert len(table.rows) == 81
    assert "tblHeader" in table.rows[0]._tr.xml
    assert all("cantSplit" in row._tr.xml for row in table.rows)


def test_an_office_edits_the_template_and_word_may_cut_a_field(tmp_path: Path) -> None:
    template = docx.Document()
    paragraph = template.add_paragraph("Giao ")
    for part in ("{{", "don", "_vi }", "} làm"):
        paragraph.add_run(part).bold = part == "{{"
    template.add_table(rows=1, cols=1).rows[0].cells[
        0
    ].text = "{{viec.stt}}. {{ viec.noi_dung }} ({{don_vi}})"
    template.save(str(tmp_path / "mau.docx"))
    document = written(tmp_path / "out", contract(task("1", lead=["Tổ A"])), template=tmp_path / "mau.docx")[
        "to-a"
    ]
    assert words(document).strip() == "Giao Tổ A làm"
    assert document.tables[0].rows[0].cells[0].text == "1. Rà soát hồ sơ của mục 1 (Tổ A)"


@pytest.mark.parametrize(
    ("field", "reason"),
    [("{{viec.stt}} {{khong_co}}", "{{khong_co}}"), ("{{don_vi}}", "không có dòng bảng nào")],
)
def test_a_template_that_does_not_fit_is_told(tmp_path: Path, field: str, reason: str) -> None:
    template = docx.Document()
    template.add_table(rows=1, cols=1).rows[0].cells[0].text = field
    template.save(str(tmp_path / "mau.docx"))
    with pytest.raises(InputError, match=r"mau\.docx") as told:
        written(tmp_path, PLAN, template=tmp_path / "mau.docx")
    assert reason in told.value.message


def test_a_template_that_is_no_word_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "mau.docx").write_text("văn bản", encoding="utf-8")
    with pytest.raises(InputError, match="không mở được mẫu"):
        written(tmp_path, PLAN, template=tmp_path / "mau.docx")


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write_notes(notes([Paper(PLAN)]), tmp_path / n, TEMPLATE) for n in "ab")
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]


@pytest.mark.parametrize(
    ("unit", "name"),
    [("Ủy ban nhân dân xã", "uy-ban-nhan-dan-xa"), ("../..", "don-vi"), ("Đ" * 300, "d" * 60)],
)
def test_names_of_files(unit: str, name: str) -> None:
    assert file_name(unit) == name


@unhurried
@given(public=contracts())
def test_any_plan_gives_notes_for_all_its_units(
    tmp_path_factory: pytest.TempPathFactory, public: PublicPlan
) -> None:
    if not any((*t.lead, *t.coordinate) for t in public.tasks):
        with pytest.raises(InputError):
            notes([Paper(public)])
        return
    found = notes([Paper(public)])
    assert len(write_notes(found[:2], tmp_path_factory.mktemp("notes"), TEMPLATE)) == len(found[:2])
