import itertools
import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts import AFTER, DUE, MONTHLY, ONGOING, WINDOW, contract, contracts, task, unhurried
from pictures import boxes, touching
from vanthu.contract.model import PublicPlan
from vanthu.export.picture.axis import Axis
from vanthu.export.picture.lanes import NOBODY, lanes
from vanthu.export.picture.letters import fit, lines, width
from vanthu.export.picture.picture import WIDTH, picture
from vanthu.export.picture.svg import NAMESPACE

SVG = f"{{{NAMESPACE}}}"


def drawn(public: PublicPlan) -> ET.Element:
    return ET.fromstring(picture(public))


def said(root: ET.Element) -> str:
    return "\n".join(root.itertext())


def by_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [e for e in root.iter() if name in e.get("class", "").split()]


def test_every_task_stands_in_the_lane_of_its_first_leading_unit() -> None:
    public = contract(task("1", lead=["Công an xã", "Trạm Y tế"]), task("2"), task("3", lead=["Trạm Y tế"]))
    found = {lane.unit: [row.task.id for row in lane.rows] for lane in lanes(public)}
    assert found == {"Công an xã": ["1"], "Trạm Y tế": ["3"], NOBODY: ["2"]}
    assert list(found)[-1] == NOBODY


def test_rows_follow_time_and_undated_work_comes_last() -> None:
    late, early = DUE | {"date": "2024-12-31"}, DUE
    public = contract(task("1"), task("2", deadlines=[late]), task("3", deadlines=[early]))
    assert [row.task.id for row in lanes(public)[0].rows] == ["3", "2", "1"]


@pytest.mark.parametrize(
    ("deadline", "shape"),
    [
        (DUE, "vt-due"),
        (AFTER | {"resolved": "2024-05-20"}, "vt-counted"),
        (WINDOW, "vt-window"),
        (MONTHLY | {"until": "2024-06-30"}, "vt-beat"),
    ],
)
def test_each_kind_of_time_has_its_shape(deadline: dict[str, object], shape: str) -> None:
    legend = len(by_class(drawn(contract(task())), shape))
    assert len(by_class(drawn(contract(task(deadlines=[deadline]))), shape)) > legend


def test_a_rhythm_beats_once_a_time_until_its_end() -> None:
    public = contract(task(deadlines=[MONTHLY | {"until": "2024-06-30"}]))
    (mark,) = lanes(public)[0].rows[0].marks
    assert mark.beats == (date(2024, 3, 30), date(2024, 4, 30), date(2024, 5, 30), date(2024, 6, 30))


def test_a_rhythm_beats_from_its_own_first_day() -> None:
    public = contract(task(deadlines=[MONTHLY | {"start": "2024-05-01", "until": "2024-06-30"}]))
    (mark,) = lanes(public)[0].rows[0].marks
    assert mark.beats == (date(2024, 5, 30), date(2024, 6, 30))
    alone = contract(task(deadlines=[MONTHLY | {"rrule": "FREQ=DAILY", "start": "2024-05-01"}]))
    (mark,) = lanes(alone)[0].rows[0].marks
    assert (mark.beats, mark.open_end) == ((date(2024, 5, 1),), True)


@pytest.mark.parametrize(
    ("deadline", "words"),
    [(ONGOING, "thường xuyên"), (AFTER, "sau khi tổng kết"), (None, "chưa nêu thời hạn")],
)
def test_work_without_a_day_stands_apart(deadline: dict[str, object] | None, words: str) -> None:
    assert words in said(drawn(contract(task(deadlines=[deadline] if deadline else []))))


def test_full_texts_can_be_read_although_labels_are_cut() -> None:
    text = "Rà soát, cập nhật, bổ sung dữ liệu " * 12
    titles = [e.text or "" for e in drawn(contract(task(text=text.strip()))).iter(f"{SVG}title")]
    assert any(text.strip() in title for title in titles)


def test_an_arrow_leads_from_earlier_to_later_work_and_weak_ones_are_dashed() -> None:
    edges = [
        {
            "source": "task:1",
            "target": "task:2",
            "kind": "precedes",
            "confidence": 0.9,
            "quote": "sau khi rà soát",
        },
        {"source": "task:2", "target": "task:3", "kind": "precedes", "confidence": 0.4},
    ]
    root = drawn(contract(task("1", deadlines=[DUE]), task("2"), task("3"), graph={"edges": edges}))
    arrows = by_class(root, "vt-arrow")
    assert len(arrows) == 3  # one is the legend's
    assert len(by_class(root, "vt-weak")) == 1
    assert "sau khi rà soát" in said(root)


def test_a_task_with_a_finding_bears_a_sign_that_says_why() -> None:
    finding = {"code": "deadline-on-day-off", "where": ["1"], "note": "Hạn là ngày nghỉ."}
    assert "Hạn là ngày nghỉ." in said(drawn(contract(task("1"), findings=[finding])))


def test_a_plan_without_tasks_says_so() -> None:
    assert "Không tìm thấy nhiệm vụ" in said(drawn(contract()))


def test_the_picture_needs_nothing_from_outside_and_knows_the_dark() -> None:
    text = picture(contract(task(text="<script>alert(1)</script>", deadlines=[DUE])))
    assert "<script" not in text
    assert not re.search(r"(?:href|src)=|url\(|@import", text)
    assert "prefers-color-scheme: dark" in text


def test_labels_of_many_tasks_do_not_overlap() -> None:
    days = [(date(2024, 6, 1) + timedelta(days=7 * i)).isoformat() for i in range(120)]
    tasks = [
        task(f"II.{i}", lead=[f"Đơn vị {i % 9}"], deadlines=[DUE | {"date": d}]) for i, d in enumerate(days)
    ]
    root = drawn(contract(*tasks))
    assert touching(root) == []
    assert all(left >= 0 and right <= WIDTH for left, _, right, _ in boxes(root))


@unhurried
@given(contracts())
def test_any_contract_can_be_drawn(public: PublicPlan) -> None:
    root = drawn(public)
    assert root.tag == f"{SVG}svg"
    assert not [v for e in root.iter() for v in e.attrib.values() if "nan" in v]


@unhurried
@given(st.lists(st.dates(date(1990, 1, 1), date(2100, 12, 31)), min_size=1))
def test_an_axis_keeps_days_in_order_and_inside(days: list[date]) -> None:
    axis = Axis.around(days, left=100, right=900)
    assert axis
    places = [axis.x(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(100 < x < 900 for x in places)
    ticks = [axis.x(t.day, part=0) for t in axis.ticks()]
    assert all(b - a >= 40 for a, b in itertools.pairwise(ticks))


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])),
    st.floats(40, 400),
    st.integers(1, 4),
)
def test_broken_lines_fit_their_room(text: str, room: float, most: int) -> None:
    broken = lines(text, 12, room, most=most)
    assert len(broken) <= most
    assert all(width(line, 12) <= room for line in broken)


def test_a_cut_text_ends_with_a_sign() -> None:
    assert fit("Ủy ban nhân dân", 12, 60).endswith("…")
    assert fit("Ủy ban", 12, 600) == "Ủy ban"
