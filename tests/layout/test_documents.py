"""Several documents in one file: where each begins, and that each is arranged as if it were alone."""

from __future__ import annotations

from layouts import Printed, centred, full, laid_out, printed, rulebook, texts, transcript
from vanthu.document.geometry import Box
from vanthu.document.layout import BlockKind
from vanthu.document.page import Flag, Mark, MarkKind, Problem
from vanthu.document.plan import Plan
from vanthu.layout import split
from vanthu.stages.arrange import Arrange
from vanthu.stages.compose import Compose


def letterhead(issuer: str, number: str, day: str = "ngày 02 tháng 5 năm 2025") -> str:
    return (
        f"{issuer}\nSố: {number}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Tân Lập, {day}\n\n"
    )


def ending(name: str) -> str:
    return f"\n\nNơi nhận:\n- UBND huyện;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n{name}\n"


def paper(
    number: str, title: str, task: str, name: str, *, issuer: str = "ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP"
) -> str:
    return (
        letterhead(issuer, number)
        + f"KẾ HOẠCH\n\n{title}\n\nCăn cứ Luật Trẻ em;\n\n1. {task}\n"
        + ending(name)
    )


FIRST = paper("15/KH-UBND", "Tổ chức Tết Trung thu", "Công an xã giữ gìn trật tự.", "Phạm Thị Lan")
SECOND = paper("16/KH-UBND", "Diệt bọ gậy", "Trạm y tế phun hóa chất.", "Lê Văn Bình")
THIRD = paper(
    "9/KH-MTTQ", "Thăm người nghèo", "Các thôn lập danh sách.", "Võ Thị Hạnh", issuer="ỦY BAN MẶT TRẬN"
)
APPENDIX = "\fPHỤ LỤC I\n(Kèm theo Kế hoạch số 16/KH-UBND)\n\nDanh sách các thôn\n\n1. Thôn Đông\n"


def parts(text: str) -> tuple[Plan, ...]:
    return split(Arrange(rulebook())(transcript(text)))


def composed(text: str) -> list[Plan]:
    return [Compose(rulebook())(part) for part in parts(text)]


def test_a_dossier_is_parted_and_each_document_arranged_as_if_it_were_alone() -> None:
    found = composed(FIRST + "\f\f" + SECOND + APPENDIX + "\f" + THIRD)
    assert [[p.number for p in plan.pages or ()] for plan in found] == [[1, 2], [3, 4], [5]]
    for plan, alone in zip(found, (FIRST, SECOND + APPENDIX, THIRD), strict=True):
        whole = laid_out(transcript(alone))
        assert plan.need_text().value == whole.need_text().value
        assert [p.kind for p in plan.paragraphs or ()] == [p.kind for p in whole.paragraphs or ()]
    assert texts(found[1], BlockKind.SIGNER)[-1] == "Lê Văn Bình"
    assert texts(found[1], BlockKind.APPENDIX_TITLE)[0] == "PHỤ LỤC I"


def test_words_stay_whole_so_that_indices_hold() -> None:
    plan = transcript(FIRST + "\f" + SECOND)
    for part in split(Arrange(rulebook())(plan)):
        assert part.words == plan.words


def test_what_lies_on_a_page_goes_with_its_document() -> None:
    plan = Arrange(rulebook())(transcript(FIRST + "\f" + SECOND)).with_layers(
        marks=(Mark(kind=MarkKind.SEAL, page=2, box=Box(0, 0, 1, 1)),),
        flags=(Flag(page=1, box=None, text="x", code="c", reason="r"),),
        problems=(Problem(code="a", message="cả tệp"), Problem(code="b", message="trang hai", page=2)),
    )
    first, second = split(plan)
    assert (first.marks, second.flags) == ((), ())
    assert [m.page for m in second.marks or ()] == [2]
    assert [f.page for f in first.flags or ()] == [1]
    assert [p.code for p in first.problems] == ["a"]
    assert [p.code for p in second.problems] == ["b"]


def test_a_paper_issued_with_a_decision_is_part_of_it() -> None:
    carried = (
        letterhead("ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP", "…/QC-UBND")
        + "QUY CHẾ\n\nPhối hợp phòng cháy\n\n(Ban hành kèm theo Quyết định số 15/QĐ-UBND)\n\nĐiều 1. Phạm vi\n"
    )
    assert len(parts(FIRST + "\f" + carried)) == 1


def test_a_form_to_be_filled_in_is_no_document() -> None:
    form = (
        letterhead("TÊN CƠ QUAN\nXÃ TÂN LẬP", "     /BC-UBND", "ngày … tháng … năm …")
        + "BÁO CÁO\n\nKết quả\n"
    )
    assert len(parts(FIRST + "\f" + form)) == 1


def test_a_head_repeated_with_the_same_number_opens_no_document() -> None:
    assert len(parts(FIRST + "\f" + FIRST.replace("KẾ HOẠCH", "LỊCH"))) == 1


def test_two_issuers_side_by_side_are_one_document() -> None:
    joint = (
        letterhead("ỦY BAN NHÂN DÂN XÃ TÂN LẬP - ỦY BAN MẶT TRẬN", "3/KHPH-UBND-MTTQ")
        + "KẾ HOẠCH\n\nPhối hợp\n"
    )
    assert len(parts(joint + "\n1. Tuyên truyền.\n")) == 1


def test_a_cover_goes_with_the_document_behind_it() -> None:
    found = parts("HỒ SƠ KẾ HOẠCH\nNăm 2025\f" + FIRST)
    assert [[p.number for p in plan.pages or ()] for plan in found] == [[1, 2]]


def _scanned(number: str, name: str) -> list[Printed]:
    return [
        Printed("ỦY BAN NHÂN DÂN", 95.0),
        Printed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 290.0, below=0),
        Printed("XÃ TÂN LẬP", 115.0),
        Printed("Độc lập - Tự do - Hạnh phúc", 320.0, below=0),
        Printed(f"Số: {number}", 110.0, below=30),
        Printed("Tân Lập, ngày 02 tháng 5 năm 2025", 305.0, below=0),
        centred("KẾ HOẠCH", below=40),
        centred("Tổ chức Tết Trung thu năm 2025"),
        full("Căn cứ Luật Trẻ em và các văn bản hướng dẫn thi hành, xã xây dựng kế hoạch", 113.0),
        full("1. Công an xã giữ gìn trật tự trong các ngày lễ, báo cáo trước ngày 05/9/2025", 113.0),
        Printed("Nơi nhận:", below=30),
        Printed("CHỦ TỊCH", 380.0, below=0),
        Printed("- Lưu: VT.", below=60),
        Printed(name, 370.0, below=0),
    ]


def test_scanned_documents_are_parted_by_their_letterheads() -> None:
    plan = Arrange(rulebook())(
        printed(_scanned("15/KH-UBND", "Phạm Thị Lan"), _scanned("JA6 /KH-UBND", "Lê Văn Bình"))
    )
    first, second = (Compose(rulebook())(part) for part in split(plan))
    assert texts(first, BlockKind.SIGNER)[-1] == "Phạm Thị Lan"
    assert texts(second, BlockKind.SIGNER)[-1] == "Lê Văn Bình"
    assert texts(second, BlockKind.TITLE) == ["KẾ HOẠCH", "Tổ chức Tết Trung thu năm 2025"]
