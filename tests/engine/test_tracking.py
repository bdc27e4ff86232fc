from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts import DUE, all_days, contract, contracts, task, unhurried
from vanthu.contract.model import PublicPlan
from vanthu.contract.plan_file import dumps, load_contract
from vanthu.engine.desk_files import write_assignments, write_books, write_sheet
from vanthu.engine.tracking import look_into, shelf, take
from vanthu.errors import InputError, OutputError
from vanthu.export.tracker.changes import Review
from vanthu.export.tracker.rows import Day
from vanthu.orthography import nfc
from vanthu.planning.clock import Progress
from vanthu.planning.journal import JOURNAL_FILE, load_journal

NOW = datetime(2024, 7, 1, 8, tzinfo=UTC)
DAY = Day(date(2024, 7, 28))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Two finished plans, as `process` leaves them."""
    for name, number in (("a", "12"), ("b", "13")):
        public = contract(
            task(f"{name}1", lead=["Công an xã"], deadlines=[DUE]),
            document={"number": number},
            source=f"{name}.pdf",
        )
        (tmp_path / "out" / name).mkdir(parents=True)
        (tmp_path / "out" / name / "plan.json").write_text(dumps(public), encoding="utf-8")
        (tmp_path / "out" / name / "report.html").write_text("", encoding="utf-8")
    return tmp_path / "out"


def worked_on(sheet: Path, cells: dict[str, object]) -> Path:
    book = openpyxl.load_workbook(sheet)
    for place, value in cells.items():
        book["Nhiệm vụ"][place].value = value
    book.save(sheet)
    return sheet


def cells(sheet: Path, *places: str) -> list[object]:
    page = openpyxl.load_workbook(sheet)["Nhiệm vụ"]
    return [page[place].value for place in places]


def test_what_people_say_is_kept_beside_each_plan_and_shown_in_the_next_sheet(out: Path) -> None:
    sheet = worked_on(
        write_sheet(shelf([out]), out / "tasks.xlsx", DAY),
        {
            "L5": "của a",
            "L6": "của b",
            "B7": "Việc của kế hoạch 13",
            "C7": "13/KH-UBND",
            "B8": "Việc khác",
            "C8": "miệng",
        },
    )
    before = {path: path.read_bytes() for path in out.rglob("plan.json")}
    found = look_into(sheet, shelf([out]))
    assert take(found, by="Lan", at=NOW) == (
        out / "a" / JOURNAL_FILE,
        out / "b" / JOURNAL_FILE,
        out / JOURNAL_FILE,
    )
    (entry,) = load_journal(out / "a").entries
    assert (entry.field, entry.value, entry.by, entry.at) == (
        "note",
        "của a",
        "Lan",
        "2024-07-01T08:00:00+00:00",
    )
    assert entry.where == "tasks.xlsx, trang tính Nhiệm vụ, dòng 5"
    assert {path: path.read_bytes() for path in out.rglob("plan.json")} == before
    again = write_sheet(shelf([out]), out / "again.xlsx", DAY)
    assert cells(again, "L5", "L6", "B7", "B8") == ["của a", "của b", "Việc của kế hoạch 13", "Việc khác"]


def test_export_import_and_export_again_are_the_same(out: Path) -> None:
    sheet = worked_on(write_sheet(shelf([out]), out / "tasks.xlsx", DAY), {"I5": "xong", "B7": "Việc khác"})
    take(look_into(sheet, shelf([out])), by="Lan", at=NOW)
    first = write_sheet(shelf([out]), out / "first.xlsx", DAY)
    found = look_into(first, shelf([out]))
    assert (found.review.changes, found.review.added, found.review.troubles) == ([], [], [])
    assert take(found, by="Lan", at=NOW) == ()
    assert write_sheet(shelf([out]), out / "second.xlsx", DAY).read_bytes() == first.read_bytes()


def test_the_same_sheet_taken_twice_doubles_nothing(out: Path) -> None:
    sheet = worked_on(write_sheet(shelf([out]), out / "tasks.xlsx", DAY), {"L5": "ghi", "B7": "Việc khác"})
    take(look_into(sheet, shelf([out])), by="Lan", at=NOW)
    assert take(look_into(sheet, shelf([out])), by="Lan", at=NOW) == ()


def test_with_one_plan_an_added_row_belongs_to_it(out: Path) -> None:
    plan = out / "a" / "plan.json"
    sheet = worked_on(write_sheet(shelf([plan]), out / "one.xlsx", DAY), {"B6": "Việc thêm"})
    assert take(look_into(sheet, shelf([plan])), by="Lan", at=NOW) == (out / "a" / JOURNAL_FILE,)


def test_links_lead_from_the_sheet_to_the_reports(out: Path, tmp_path: Path) -> None:
    public = load_contract(out / "a" / "plan.json")
    proven = public.model_dump(mode="json") | {"tasks": [task("a1", evidence={"quote": "x", "page": 1})]}
    (out / "a" / "plan.json").write_text(dumps(contract().model_validate(proven)), encoding="utf-8")
    sheet = write_sheet(shelf([out]), tmp_path / "elsewhere" / "tasks.xlsx", DAY)
    target = openpyxl.load_workbook(sheet)["Nhiệm vụ"]["Q5"].hyperlink.target
    assert target.replace("\\", "/") == "../out/a/report.html"


def test_a_table_and_the_work_of_one_unit(out: Path) -> None:
    text = write_sheet(shelf([out]), out / "tasks.csv", DAY, unit="công an").read_bytes().decode("utf-8-sig")
    assert len(text.split("\r\n")) == 4
    with pytest.raises(InputError, match="Trạm Y tế"):
        write_sheet(shelf([out]), out / "no.xlsx", DAY, unit="Trạm Y tế")
    assert not (out / "no.xlsx").exists()


def test_registers_and_notes_are_files_in_a_folder(out: Path) -> None:
    assert {p.name for p in write_books(shelf([out]), out / "books")} == {"registers.xlsx", "registers.html"}
    assert [p.name for p in write_assignments(shelf([out]), out / "notes")] == ["cong-an-xa.docx"]


def test_a_place_that_takes_no_notes_is_told(out: Path) -> None:
    (out / "notes").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        write_assignments(shelf([out]), out / "notes")


def test_where_there_is_no_plan_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"plan\.json"):
        shelf([tmp_path])


COLUMNS = {"due": "D", "lead": "F", "progress": "I", "done_on": "J", "note": "L"}
words = st.text(
    st.characters(codec="utf-8", categories=["L", "N"], include_characters="=+-@ .,"), min_size=1
).map(str.strip)
edits = st.fixed_dictionaries(
    {},
    optional={
        "due": all_days | st.just(None),
        "lead": words.filter(bool),
        "progress": st.sampled_from([p.value for p in Progress]),
        "done_on": all_days,
        "note": words.filter(bool),
    },
)


@settings(unhurried, max_examples=20)
@given(public=contracts(), said=st.lists(edits, min_size=5, max_size=5))
def test_whatever_people_write_stands_in_the_next_sheet_and_comes_back_unchanged(
    tmp_path_factory: pytest.TempPathFactory, public: PublicPlan, said: list[dict[str, Any]]
) -> None:
    out = tmp_path_factory.mktemp("out")
    (out / "plan.json").write_text(dumps(public), encoding="utf-8")
    given = {
        f"{COLUMNS[name]}{row}": value
        for row, values in zip(range(5, 5 + len(public.tasks)), said, strict=False)
        for name, value in values.items()
    }
    sheet = worked_on(write_sheet(shelf([out]), out / "tasks.xlsx", DAY), given)
    found = look_into(sheet, shelf([out]))
    assert not found.review.troubles
    take(found, by="Lan", at=NOW)
    again = write_sheet(shelf([out]), out / "again.xlsx", DAY)
    shown = dict(zip(given, cells(again, *given), strict=True))
    assert {k: v.date() if isinstance(v, datetime) else v for k, v in shown.items()} == {
        k: " ".join(nfc(v).split()) if isinstance(v, str) else v for k, v in given.items()
    }
    assert look_into(again, shelf([out])).review == Review()
    assert write_sheet(shelf([out]), out / "third.xlsx", DAY).read_bytes() == again.read_bytes()
