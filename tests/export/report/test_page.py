import re
from collections.abc import Sequence
from html.parser import HTMLParser

import pytest
from hypothesis import given

from contracts import AFTER, DUE, WINDOW, contract, contracts, task, unhurried
from vanthu.contract.base import Proof
from vanthu.contract.model import PublicPlan
from vanthu.export.report.page import report_html

VOID = {"meta", "img", "br", "link", "input", "hr"}


class Page(HTMLParser):
    """What a browser would find: elements that fit each other, their attributes, the words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.tags if (value := attrs.get(attribute))]


def page(public: PublicPlan) -> Page:
    return Page(report_html(public))


def test_it_shows_header_figures_findings_tasks_and_dates() -> None:
    finding = {
        "code": "deadline-on-day-off",
        "where": ["1"],
        "note": "Hạn 31/7 là ngày nghỉ.",
        "severity": "error",
    }
    public = contract(
        task("1", lead=["Công an xã"], coordinate=["Trạm Y tế"], deadlines=[DUE]),
        findings=[finding],
        document_deadlines=[WINDOW],
    )
    text = page(public).text
    for expected in (
        "Kế hoạch số 12/KH-UBND ngày 05/03/2024",
        "Chuyển đổi số năm 2024",
        "Hạn 31/7 là ngày nghỉ.",
        "Công an xã",
        "Trạm Y tế",
        "trước 31/07/2024",
        "từ 01/08/2024 đến 30/08/2024",
    ):
        assert expected in text


def test_it_loads_nothing_from_outside_and_runs_no_script() -> None:
    found = page(contract(task(deadlines=[DUE])))
    assert not {"script", "link", "iframe"} & {tag for tag, _ in found.tags}
    assert all(value.startswith(("#", "data:")) for value in found.values("href") + found.values("src"))
    assert not re.search(r"url\(|@import", report_html(contract(task())))


def test_text_of_the_document_is_never_markup() -> None:
    text = report_html(contract(task(text="<img src=x onerror=alert(1)>", lead=["<b>A</b>"])))
    assert "<img src=x" not in text
    assert "<b>A</b>" not in text


def test_links_inside_the_page_lead_somewhere() -> None:
    finding = {"code": "deadline-order", "where": ["II.1.b1", "document.number"], "note": "Sai thứ tự."}
    found = page(contract(task("II.1.b1", deadlines=[DUE]), findings=[finding]))
    targets = {f"#{value}" for value in found.values("id")}
    assert {value for value in found.values("href") if value.startswith("#")} <= targets


def test_each_source_is_the_cutting_of_the_scan() -> None:
    seen: list[tuple[str, list[str]]] = []

    def clip(proof: Proof, marks: tuple[Proof, ...] = ()) -> str:
        seen.append((proof.quote, [m.quote for m in marks]))
        return "data:image/webp;base64,AAAA"

    deadline = DUE | {"evidence": {"quote": "trước ngày 31/7/2024"}}
    public = contract(task(evidence={"quote": "Rà soát", "page": 3}, deadlines=[deadline]))
    found = Page(report_html(public, clip=clip))
    assert found.values("src") == ["data:image/webp;base64,AAAA"]
    assert seen == [("Rà soát", ["trước ngày 31/7/2024"])]
    assert "Trang 3" in found.text


def test_a_list_of_the_header_is_cut_as_a_whole() -> None:
    places = [[{"page": 2, "box": [60, top, 200, top + 12]}] for top in (500, 515)]
    fields = {
        f"recipients.{i}": {"evidence": {"quote": "x", "page": 2, "places": p}} for i, p in enumerate(places)
    }
    seen: list[int] = []

    def clip(proof: Proof, marks: Sequence[Proof] = ()) -> None:  # noqa: ARG001 - the form of all clips
        seen.append(len(proof.places))

    report_html(contract(document={"recipients": ["Như trên", "Lưu trữ"], "fields": fields}), clip=clip)
    assert seen == [2]


def test_a_finding_shows_the_places_it_rests_on() -> None:
    proofs = [{"quote": f"trước ngày {day}/7", "page": 1} for day in (1, 2, 3, 4, 5)]
    finding = {"code": "deadline-order", "where": [], "note": "Sai thứ tự.", "evidence": proofs}
    text = page(contract(findings=[finding])).text
    assert [f"trước ngày {day}/7" in text for day in (1, 2, 3, 4, 5)] == [True, True, True, False, False]


def test_without_an_image_the_quote_stands_in_its_context() -> None:
    proof = {"quote": "Rà soát hồ sơ", "prefix": "Công an xã: ", "suffix": " của thôn", "page": 1}
    found = page(contract(task(evidence=proof)))
    assert "img" not in {tag for tag, _ in found.tags}
    assert "Công an xã:" in found.text
    assert "của thôn" in found.text


@pytest.mark.parametrize(("status", "shown"), [("partial", True), ("complete", False)])
def test_a_document_read_in_part_says_so(status: str, shown: bool) -> None:
    problems = [{"code": "page", "message": "trang hỏng", "page": 2}] if shown else []
    text = page(contract(task(), status=status, problems=problems)).text
    assert ("Chưa đầy đủ" in text) is shown
    assert ("Trang 2: trang hỏng" in text) is shown


def test_doubt_is_marked_where_it_stands() -> None:
    fields = {"number": {"review": "số viết tay, cần đối chiếu"}}
    text = page(contract(task(review=["chưa rõ đơn vị chủ trì"]), document={"fields": fields})).text
    assert "Cần xem lại chưa rõ đơn vị chủ trì" in text
    assert "số viết tay, cần đối chiếu" in text


def test_times_that_are_in_no_calendar_are_told() -> None:
    told = page(contract(task("1.b2", deadlines=[AFTER]))).text
    assert "Tại gạch đầu dòng thứ 2, mục 1: “sau khi tổng kết”" in told


def test_tasks_stand_under_their_headings() -> None:
    vertices = [
        {"id": "section:IV", "kind": "section", "label": "IV. TỔ CHỨC THỰC HIỆN"},
        {"id": "section:IV.1", "kind": "section", "label": "1. Công an xã"},
    ]
    edges = [
        {"source": "section:IV.1", "target": "section:IV", "kind": "part-of"},
        {"source": "task:IV.1.b1", "target": "section:IV.1", "kind": "part-of"},
    ]
    public = contract(task("IV.1.b1"), graph={"vertices": vertices, "edges": edges})
    assert "IV. TỔ CHỨC THỰC HIỆN › 1. Công an xã" in page(public).text


@unhurried
@given(contracts())
def test_any_contract_gives_a_well_formed_page(public: PublicPlan) -> None:
    found = page(public)
    cards = [attrs for tag, attrs in found.tags if tag == "article"]
    assert len(cards) == len(public.tasks)
