"""Letters and marks are mended by the words beside them, where the word was unsure and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mending import mend, mended, recognised
from vanthu.repair.ledger import applied

SENTENCES = (
    "Ủy ban nhân dân xã tố chức kiếm tra đôn đốc việc triến khai",
    "các địa điếm tập trung đông người đế tuyên truyền phố biến",
    "số lượng hồ sơ giải quyết đúng hạn đạt tỷ lệ cao",
    "ngày 09/8/2022 quy định về định danh",
    "Nguyễn Văn Tố phụ trách chung",
    "~ Báo cáo Sở Nội vụ trước ngày l5/11/2023",
    "Il. NỘI DUNG THỰC HIỆN",
    "số 347/2022/ND-CP và số 12/KH-UBND",
)
CONFIDENCES = st.one_of(st.none(), st.floats(0, 1))


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("tăng cường tố chức thực hiện", "tăng cường tổ chức thực hiện"),
        ("đẩy mạnh triến khai", "đẩy mạnh triển khai"),
        ("TỐ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN"),
        ("Tố chức hội nghị", "Tổ chức hội nghị"),
        ("việc sửa đối, bố sung", "việc sửa đổi, bổ sung"),
        ("xuất trình số hộ khẩu", "xuất trình sổ hộ khẩu"),
        ("nhập vào Cống dịch vụ công", "nhập vào Cổng dịch vụ công"),
        ("căn cước công dân gản chip", "căn cước công dân gắn chip"),
        ("tài khoản định đanh điện tử", "tài khoản định danh điện tử"),
        ("kịp thời trao đối với Công an", "kịp thời trao đổi với Công an"),
        ("báo cáo Hãng quý", "báo cáo Hằng quý"),
        ("tõ chức hội nghị", "tổ chức hội nghị"),
    ],
)
def test_an_unsure_word_is_spelled_as_its_neighbours_ask(read: str, meant: str) -> None:
    assert mended(read) == meant


@pytest.mark.parametrize(
    "read",
    [
        "đối với các đơn vị",
        "số lượng hồ sơ",
        "thay thế quyết định",
        "tìm kiếm cứu nạn",
        "phân bố dân cư",
        "yếu tố nước ngoài",
        "như thế nào",
        "đồng chí Trung tá phụ trách",
    ],
)
def test_right_words_stay_though_they_were_hard_to_read(read: str) -> None:
    assert mended(read) == read


def test_a_word_that_was_read_well_stays_as_it_is() -> None:
    assert mended("tăng cường tố chức thực hiện", confidence=0.995) == "tăng cường tố chức thực hiện"


def test_on_a_page_that_was_hard_to_read_a_hook_is_given_back_even_to_a_word_that_seemed_sure() -> None:
    line = "tăng cường tố^0.995 chức thực hiện công tác quản^0.5 lý nhà nước"
    assert mended(line, confidence=0.995).startswith("tăng cường tổ chức")


def test_a_name_is_changed_for_no_common_word() -> None:
    assert mended("đồng chí Nguyễn Văn Tố phụ trách") == "đồng chí Nguyễn Văn Tố phụ trách"


@pytest.mark.parametrize(
    "read", ["dọc bờ Kê,^0.4 từ bến đò đến chợ", "xóm Bao.^0.4 Cáo buộc sai"], ids=["a comma", "a full stop"]
)
def test_what_stands_behind_a_stop_asks_for_nothing(read: str) -> None:
    assert mended(read, confidence=0.99) == read.replace("^0.4", "")


def test_the_document_s_own_words_speak_too() -> None:
    often = "họp tại Khe Sấu^0.99 và Khe Sấu^0.99 sáng nay"
    assert mended(often, "đoàn về Khe Sâu^0.3", confidence=0.99).endswith("Khe Sâu")


def test_marks_around_a_word_stay() -> None:
    assert mended("(tố chức, kiếm tra)") == "(tổ chức, kiểm tra)"


def test_short_forms_have_no_marks() -> None:
    assert mended("thành viên BCD quận") == "thành viên BCD quận"


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_what_was_not_recognised_is_never_touched(lines: list[str]) -> None:
    words = recognised(*lines, confidence=None)
    assert mend(words) == ((), ())


@given(st.lists(st.tuples(st.sampled_from(SENTENCES), CONFIDENCES), min_size=1, max_size=4))
def test_repairs_can_be_undone(lines: list[tuple[str, float | None]]) -> None:
    words = [word for line, confidence in lines for word in recognised(line, confidence=confidence)]
    repairs = mend(words).repairs
    back = [r.model_copy(update={"original": r.replacement, "replacement": r.original}) for r in repairs]
    assert applied(applied(words, repairs), back) == words
    assert all(words[repair.word].text == repair.original != repair.replacement for repair in repairs)


@given(st.lists(st.tuples(st.sampled_from(SENTENCES), CONFIDENCES), min_size=1, max_size=4))
def test_a_figure_never_becomes_another_figure(lines: list[tuple[str, float | None]]) -> None:
    words = [word for line, confidence in lines for word in recognised(line, confidence=confidence)]
    for repair in mend(words).repairs:
        before, after = ([c for c in text if c.isdigit()] for text in (repair.original, repair.replacement))
        kept = iter(after)
        assert all(figure in kept for figure in before)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.floats(0, 1))
def test_mending_twice_is_mending_once(lines: list[str], confidence: float) -> None:
    words = recognised(*lines, confidence=confidence)
    once = applied(words, mend(words).repairs)
    assert applied(once, mend(once).repairs) == once
