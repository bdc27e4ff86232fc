"""Duties of two plans: conflicts are found however they are worded, and what only looks like one is left alone."""

from __future__ import annotations

import pytest

from filings import DUTY, audited, codes, plan, task
from vanthu.document.content import Severity

LOWER = {"issuer": ["Ủy ban nhân dân xã Bình Giang"], "issued_on": "2024-03-01"}
HIGHER = {"issuer": ["Ủy ban nhân dân huyện Đông Sậy"], "place": "Đông Sậy"}
CITES = [("1/KH-UBND", "2024-01-05", {"issuer": "Ủy ban nhân dân huyện Đông Sậy"})]


def test_one_duty_two_dates() -> None:
    later = plan("2", task(DUTY.replace("kỹ năng", "kĩ năng"), "2024-06-14"), issued_on="2024-04-01")
    (finding,) = audited(later, plan("1", task(due="2024-05-31")))
    assert finding.code == "deadline-conflict"
    assert [(s.paper, s.where) for s in finding.spots] == [("2", "II.1"), ("1", "II.1")]
    assert "31/5/2024" in finding.note
    assert "14/6/2024" in finding.note
    assert "giống" in finding.note


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (DUTY, "Mở lớp bồi dưỡng kỹ năng PCCC cho đội ngũ dân phòng ở các thôn"),
        ("Hoàn thành số hóa hồ sơ hộ tịch lưu trữ tại xã", "Việc số hóa toàn bộ hồ sơ hộ tịch đang lưu trữ ở xã"),
        ("Nạo vét kênh mương nội đồng phục vụ sản xuất", "Khơi thông kênh mương nội đồng để phục vụ sản xuất, bảo đảm tiết kiệm"),
        ("Rà soát, lập danh sách hộ nghèo, hộ cận nghèo", "Rà soat, lâp danh sach hộ nghèo và hộ cận nghèo trên địa bàn xã"),
        ("Chấm điểm chỉ số cải cách hành chính của các thôn", "Đánh giá, chấm điểm chỉ số CCHC đối với các thôn"),
        ("Lắp đặt camera an ninh tại các trục đường chính", "Tại các trục đường chính lắp đặt hệ thống camera an ninh"),
        ("Cắm mốc lộ giới tại thôn Suối Dẻ", "Cắm mốc lộ giới tại thôri Suối Dẻ"),
        ("Tại thôn Suối Dẻ, cắm mốc lộ giới đường liên thôn", "Cắm mốc lộ giới đường liên thôn ở thôn Suối Dẻ"),
        ("Số hóa hồ sơ hộ tịch lưu trữ", "Sốhóa hồ sơ hộtịch lưu trữ"),
        ("Chăm sóc vườn cây trước cổng trường", "Chăm sóc vườn cây trước cổng trường và hàng rào quanh sân"),
        ("Sửa chữa máy bơm chính của trạm cấp nước", "Sửa chữa máy bơm chírih của trạm cấp nước"),
        ("Số hóa kết quả giải quyết thủ tục còn hiệu lực", "Kết quả giải quyết thủ tục còn hiệu lực phải được số hóa"),
        ("Giải tỏa mái che lấn chiếm vỉa hè", "Ra quân xử lý mái che lấn chiếm vỉa hè, lòng đường"),
        ("Cắm mốc lộ giới tại thôn Khe Dẻ", "Cắm mốc lộ giới tại thôn K1ie Dẻ"),
        ("Mua sắm, bổ sung thiết bị phục vụ việc cưới, việc tang", "Mua sắm thiết bị phục vụ việc tang, việc cưới"),
        ("Thống kê, lập danh sách giếng khoan tầng sâu", "Thống kê, lập darih sách giếng khoan tầng sâu"),
        ("Đấu giá ô tô công, cần cẩu đã cũ", "Đấu giá ô tôcông, cần cẩu đã cũ"),
        ("Khoanh vùng bệnh nhân lao kháng thuốc", "Khoanh vùng người bệnh lao kháng thuốc"),
        ("Nạo vét kênh mương phục vụ sản xuất vụ Đông", "Nạo vét kênh mương phục vụ sản xuất vụ Đôug"),
        ("Lắp biển chỉ dẫn đến bãi đỗ xe", "Lắp bảng chỉ dẫn đến bãi đỗ xe"),
    ],
)  # fmt: skip
def test_other_words_for_one_duty(first: str, second: str) -> None:
    assert codes(plan("1", task(first, "2024-05-31")), plan("2", task(second, "2024-06-14"))) == [
        "deadline-conflict"
    ]


def test_of_what_may_be_two_works_a_person_is_only_warned() -> None:
    first, second = (
        "Khảo sát đường điện sau công tơ của các hộ dân",
        "Chấm điểm đường điện sau công tơ của các hộ dân",
    )
    (finding,) = audited(plan("1", task(first, "2024-05-31")), plan("2", task(second, "2024-06-14")))
    assert (finding.code, finding.severity) == ("deadline-conflict", Severity.WARNING)
    assert "có thể cùng việc" in finding.note
    (finding,) = audited(plan("1", task(first, "2024-05-31")), plan("2", task(first, "2024-06-14")))
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kiểm tra an toàn thực phẩm tại thôn Đồng Sậy", "Kiểm tra an toàn thực phẩm tại thôn Bãi Cát"),
        ("Cắm mốc lộ giới tại thôn Suối Dẻ", "Cam moc lo gioi tai thon Bai Cat"),
        ("Cắm mốc lộ giới tại thôn Suối Dẻ", "Cắm mốc lộ giới tại thôn Cầu Dẻ"),
        ("Tuyên truyền về nhà trên đất nông nghiệp", "Tổ cliức dlễn tập về nhà trên đất nông nghiệp"),
        ("Hội nghị triển khai phong trào thi đua thu thuế", "Hội nghị sơ kết phong trào thi đua thu thuế"),
        ("Kiểm kê sách báo của thư viện xã", "Bổ sung sách báo cho thư viện xã"),
        ("Lập danh sách người lao động đi làm việc ở nước ngoài", "Vay vốn cho người lao động đi làm việc ở nước ngoài"),
        ("Quyết toán kinh phí hỗ trợ sản xuất lúa", "Phân bổ kinh phí hỗ trợ sản xuất lúa"),
        ("Chấm điểm đội văn nghệ quần chúng của thôn", "Bố trí vốn cho đội văn nghệ quần chúng của thôn"),
        ("Phát thanh về lớp xóa mù chữ cho người cao tuổi", "Nhận đơn xin tham gia lớp xóa mù chữ cho người cao tuổi"),
        ("Nạo vét kênh mương nội đồng phục vụ sản xuất vụ Đông", "Nạo vét kênh mương nội đồng phục vụ sản xuất vụ Xuân"),
        ("Số hóa 80% hồ sơ hộ tịch đang lưu trữ", "Số hóa 90% hồ sơ hộ tịch đang lưu trữ"),
        ("Tiêm phòng dại cho đàn chó, mèo đợt 1", "Tiêm phòng dại cho đàn chó, mèo đợt 2"),
        ("Tiêm phòng dại cho đàn chó, mèo đợt I", "Tiêm phòng dại cho đàn chó, mèo"),
        ("Sơ kết phong trào bảo vệ an ninh Tổ quốc", "Tổng kết phong trào bảo vệ an ninh Tổ quốc"),
        ("Khởi công đường liên thôn", "Nghiệm thu, bàn giao đường liên thôn"),
        ("Trực ban ca ngày tại trụ sở xã", "Trực ban ca đêm tại trụ sở xã"),
        ("Tiêm vắc xin sởi cho trẻ từ 1 đến 5 tuổi", "Tiêm vắc xin sởi cho trẻ từ 6 đến 10 tuổi"),
        ("Nghiệm thu gói thầu số 2 đường liên xã", "Nghiệm thu gói thầu số 3 đường liên xã"),
        ("Sửa chữa đường Nguyễn Sậy", "Sửa chữa đường Lê Khuê"),
        ("Khám sức khỏe cho lao động nữ", "Khám sức khỏe cho lao động nam"),
        ("Cấp mới thẻ bảo hiểm y tế cho hộ nghèo", "Thu hồi thẻ bảo hiểm y tế của hộ nghèo"),
        ("Đăng ký danh hiệu gia đình văn hóa", "Bình xét danh hiệu gia đình văn hóa"),
        ("Gieo cấy lúa vụ mùa", "Gieo cấy lúa vụ đông xuân"),
        ("Tổng hợp số liệu về cụ già neo đơn", "Tổng hợp số liệu về mừng thọ cụ già mắt kém"),
        ("Lập sổ theo dõi máy bơm thủy luân", "Lập sổ theo dõi cây chè cổ thụ"),
        ("Lập dự toán ngân sách năm 2025", "Lập dự toán ngân sách năm 2026"),
        ("Thí điểm phân loại rác tại hai thôn", "Nhân rộng phân loại rác toàn xã"),
        ("Tiêm phòng cho đàn trâu, bò", "Tiêm phòng cho đàn lợn"),
        ("Thành lập tổ công tác quản lý chợ", "Ban hành quy chế quản lý chợ"),
        ("Tuyên truyền về điểm đốt xử lý thực bì", "Xử lý nghiêm vi phạm ở điểm đốt xử lý thực bì"),
        ("Kiểm tra nhóm trẻ chưa được cấp phép", "Tập huấn cho nhóm trẻ chưa được cấp phép"),
        ("Thẩm định hồ sơ tái định cư, tránh chồng chéo, lãng phí", "Thẩm định hồ sơ di dời chợ, tránh chồng chéo, lãng phí"),
        ("Lập danh sách người cao tuổi được mừng thọ", "Trao quà cho người cao tuổi được mừng thọ"),
        ("Xây dựng kế hoạch kiểm tra bếp ăn tập thể", "Kiểm tra bếp ăn tập thể"),
        ("Báo cáo số hộ nghèo quý II về Phòng Nội vụ", "Báo cáo số hộ nghèo quý III về Phòng Nội vụ"),
        ("Báo cáo kết quả thu quỹ về Phòng Tài chính", "Báo cáo kết quả thu quỹ về Ủy ban Mặt trận Tổ quốc"),
        ("Tập huấn kỹ năng phòng cháy, chữa cháy", "Tập huấn kỹ năng phòng, chống đuối nước"),
        ("Nạo vét kênh nội đồng của hợp tác xã", "Báo cáo kết quả nạo vét kênh nội đồng của hợp tác xã"),
        ("In sổ tay về nuôi ong lấy mật", "Xây dựng kế hoạch in sổ tay về nuôi ong lấy mật"),
        ("Soạn câu hỏi về nuôi ong lấy mật", "Cắm biển chỉ dẫn về nuôi ong lấy mật"),
        ("Làm phóng sự về nuôi ong lấy mật", "Làm bản đồ về nuôi ong lấy mật"),
        ("Tập huấn kỹ năng số cho học sinh", "Tập huấn kỹ năng số cho cán bộ, công chức"),
        ("Cắm mốc lộ giới tại tổ dân phố số 4", "Cắm mốc lộ giới tại khu phố Bến Đá"),
        ("Thi nuôi ong lấy mật (vòng sơ khảo)", "Thi nuôi ong lấy mật (vòng chung khảo)"),
        ("Nạo vét kênh nội đồng (bước khảo sát)", "Nạo vét kênh nội đồng (bước thi công)"),
        ("Thi nấu ăn dành cho giáo viên mầm non", "Thi nấu ăn dành cho bộ đội xuất ngũ"),
        ("Tại thôn Suối Dẻ: chụp ảnh giếng khoan tầng sâu", "Tại thôn Suối Dẻ: đo mực nước giếng khoan tầng sâu"),
        ("Đo độ mặn nước giếng khoan, lấy số đo làm căn cứ cấp nước sạch", "Đo độ rung bờ kè đá hộc, lấy số đo làm căn cứ cấp nước sạch"),
        ("Lập hồ sơ giếng khoan tầng sâu", "Lập dự toán giếng khoan tầng sâu"),
        ("Cắm mốc lộ giới tại thôn Suối Dẻ", "Cắm mốc lộ giới tại thôri Bãi Cát"),
        ("In sổ tay hộ gia đình hiếu học cho giáo viên", "In sổ tay hộ gia đình hiếu học cho cán bộ, công chức"),
        ("Quay phim về hộ dân ven đê cho hộ gia đình", "Quay phim về hộ dân ven đê cho hợp tác xã"),
        ("Lập danh sách giếng khoan công cộng", "Lập danh sách quyết toán giếng khoan"),
        ("Ban hành quy chế về đình cổ tại thôn Bờ Hồ", "Ban hành quy chế về giếng khơi tại thôn Bờ Hồ"),
        ("Tuyên truyền về việc đốt, xử lý thực bì", "Xử lý vi phạm về đốt, xử lý thực bì"),
        ("Diễn tập về thanh niên chậm tiến", "Diễn tập về thanh niên xuất ngũ trở về"),
    ],
)  # fmt: skip
def test_two_duties_in_like_words(first: str, second: str) -> None:
    assert codes(plan("1", task(first, "2024-05-31")), plan("2", task(second, "2024-06-14"))) == []


def test_a_few_words_are_found_under_other_titles() -> None:
    letter = plan("1", task("Mở đấu thầu phao tiêu", "2024-05-31"), title="V/v một số việc trong tháng")
    later = plan("2", task("Tổ chức đấu thầu phao tiêu", "2024-06-14"), title="Bảo đảm an toàn đường thủy")
    assert codes(letter, later) == ["deadline-conflict"]


def test_what_every_plan_says_of_itself() -> None:
    text = "Tổng hợp, báo cáo kết quả thực hiện Kế hoạch này về Ủy ban nhân dân xã"
    fires = plan("1", task(text, "2024-05-31"), title="Phòng cháy, chữa cháy rừng")
    floods = plan("2", task(text, "2024-06-14"), title="Phòng, chống lụt bão")
    assert codes(fires, floods) == []


def test_the_same_duty_with_the_same_date_is_a_duplicate() -> None:
    assert codes(plan("1", task(due="2024-05-31")), plan("2", task(due="2024-05-31"))) == ["duplicate-task"]


def test_other_units_and_other_bodies_have_their_own_dates() -> None:
    first = plan("1", task(due="2024-05-31"))
    assert codes(first, plan("2", task(due="2024-06-14", lead=["Trạm Y tế xã"]))) == []
    elsewhere = plan("2", task(due="2024-06-14"), issuer=["Ủy ban nhân dân xã Hải An"], place="Hải An")
    assert codes(first, elsewhere) == []


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Công an xã", "Công an", True),
        ("Công an xã", "Công an xã Bình Giang", True),
        ("Ban Chỉ huy Quân sự xã", "Ban CHQS xã", True),
        ("Phòng Văn hóa - Xã hội", "Phòng VH-XH", True),
        ("Công an xã", "Công an huyện", False),
        ("Tổ công tác số 1", "Tổ công tác số 2", False),
    ],
)
def test_units_by_other_names(first: str, second: str, one: bool) -> None:
    plans = (
        plan("1", task(due="2024-05-31", lead=[first])),
        plan("2", task(due="2024-06-14", lead=[second])),
    )
    assert codes(*plans) == ["deadline-conflict"] * one


def test_a_date_that_a_letter_gave_is_the_date_from_then_on() -> None:
    first = plan("1", task(due="2024-05-31"))
    text = f"Điều chỉnh thời gian hoàn thành việc {DUTY[:1].lower()}{DUTY[1:]}"
    letter = plan("2", task(text, "2024-06-14"), issued_on="2024-03-01")
    obeys = plan("3", task(due="2024-06-14"), issued_on="2024-04-01")
    assert codes(first, letter, obeys) == ["duplicate-task"]
    forgets = plan("3", task(due="2024-05-31"), issued_on="2024-04-01")
    assert codes(first, letter, forgets) == ["deadline-conflict", "duplicate-task"]


def test_a_plan_that_names_the_other_knows_its_date() -> None:
    knows = f"{DUTY}: mốc nêu tại Kế hoạch số 1/KH-UBND nay dịch về cuối tháng"
    assert codes(plan("1", task(due="2024-05-31")), plan("2", task(knows, "2024-06-14"))) == []


def test_a_unit_by_a_longer_name_may_be_the_same() -> None:
    longer = task(due="2024-05-31", lead=["Lực lượng Công an xã"])
    assert codes(plan("1", task(due="2024-05-31", lead=["Công an xã"])), plan("2", longer)) == []


def test_words_about_money_or_aims_given_before_quote_no_order() -> None:
    text = f"{DUTY} bằng nguồn kinh phí đã giao"
    assert codes(plan("1", task(text, "2024-05-31")), plan("2", task(due="2024-06-14"))) == [
        "deadline-conflict"
    ]


def test_what_is_given_to_districts_is_not_given_to_communes() -> None:
    higher = plan("1", task(due="2024-05-31", lead=["UBND các huyện, thị xã, thành phố"]), **HIGHER)
    assert codes(higher, plan("2", task(due="2024-06-14"), cited=CITES, **LOWER)) == []


def test_one_duty_two_units() -> None:
    first, second = plan("1", task(due="2024-05-31")), task(due="2024-05-31", lead=["Ban Chỉ huy Quân sự xã"])
    assert codes(first, plan("2", second)) == ["duty-two-units"]
    helped = second | {"coordinate": ["Công an xã"]}
    assert codes(first, plan("2", helped)) == []
    everyone = second | {"lead": ["Các đơn vị liên quan"]}
    assert codes(first, plan("2", everyone)) == []


def test_what_everyone_does_at_home_is_given_to_everyone() -> None:
    text = "Tuyên truyền phòng cháy, chữa cháy đến hội viên, đoàn viên trong đơn vị mình"
    assert codes(plan("1", task(text)), plan("2", task(text, lead=["Hội Phụ nữ xã"]))) == []
    inside = "Phát động thi đua xây dựng cơ quan văn hóa trong nội bộ đơn vị"
    assert codes(plan("1", task(inside)), plan("2", task(inside, lead=["Hội Phụ nữ xã"]))) == []


def test_a_lower_plan_that_gives_more_time() -> None:
    higher = plan("1", task(due="2024-05-31", lead=["UBND các xã, thị trấn"]), **HIGHER)
    (finding,) = audited(higher, plan("2", task(due="2024-06-14"), cited=CITES, **LOWER))
    assert finding.code == "deadline-after-superior"
    assert codes(higher, plan("2", task(due="2024-05-20"), cited=CITES, **LOWER)) == []
    assert codes(higher, plan("2", task(due="2024-06-14"), **LOWER)) == [], (
        "nothing says that it carries it out"
    )
    another = plan("1", task(due="2024-05-31", lead=["Phòng Nội vụ huyện"]), **HIGHER)
    assert codes(another, plan("2", task(due="2024-06-14"), cited=CITES, **LOWER)) == []


def test_a_meeting_of_the_higher_body_limits_nobody() -> None:
    text, units = (
        "Tổ chức hội nghị triển khai công tác tiêm phòng dại cho chó, mèo",
        ["UBND các xã, thị trấn"],
    )
    met = task(text, "2024-05-31T08:00", lead=units)
    own = task(text, "2024-06-14T08:00")
    assert codes(plan("1", met, **HIGHER), plan("2", own, cited=CITES, **LOWER)) == []


def test_a_plan_reports_on_itself_in_between_and_at_its_end() -> None:
    whole = task("Báo cáo kết quả thực hiện Kế hoạch tiêm phòng dại cho chó, mèo về xã", "2024-11-30")
    part = task("Báo cáo kết quả thực hiện công tác tiêm phòng dại cho chó, mèo", "2024-06-14")
    assert codes(plan("1", whole, part, title="Công tác tiêm phòng dại cho chó, mèo năm 2024")) == []


def test_last_years_round_is_no_conflict() -> None:
    before = plan("1", task(due="2023-05-31"), issued_on="2023-01-05", title="Công tác năm 2023")
    assert codes(before, plan("2", task(due="2024-05-31"))) == []
    nearer = plan("1", task(due="2023-12-15"), issued_on="2023-01-05", title="Công tác năm 2023")
    assert codes(nearer, plan("2", task(due="2024-01-31"))) == []
    undated = plan("1", task(), issued_on="2023-01-05")
    assert codes(undated, plan("2", task())) == []


def test_a_date_that_is_changed_in_so_many_words() -> None:
    first = plan("1", task(due="2024-05-31"))
    text = f"Gia hạn thời gian hoàn thành việc {DUTY[:1].lower()}{DUTY[1:]} nêu tại Kế hoạch số 1/KH-UBND"
    assert codes(first, plan("2", task(text, "2024-06-14"))) == []
    retold = f"Đánh giá việc “{DUTY}” giao tại Kế hoạch số 1/KH-UBND"
    assert codes(first, plan("2", task(retold, "2024-06-14"))) == []


def test_a_plan_that_replaces_another_has_its_own_dates() -> None:
    second = plan(
        "2",
        task(due="2024-06-14"),
        cited=[("1/KH-UBND", "2024-01-05", {})],
        replaces=[("1/KH-UBND", "2024-01-05")],
        issued_on="2024-03-01",
    )
    assert "deadline-conflict" not in codes(plan("1", task(due="2024-05-31")), second)


def test_a_plan_issued_twice() -> None:
    texts = (
        "Nạo vét kênh nội đồng",
        "Trồng cây xanh ven đường",
        "Số hóa hồ sơ hộ tịch",
        "Tiêm phòng dại cho chó, mèo",
    )
    tasks = [task(t, "2024-05-31") for t in texts]
    (finding,) = audited(plan("1", *tasks), plan("2", *tasks))
    assert finding.code == "plan-repeats"
    assert "4 trong 4" in finding.note


def test_a_duty_twice_in_one_plan() -> None:
    again = task("Mở lớp tập huấn kỹ năng PCCC cho dân phòng các thôn", "2024-05-31")
    assert codes(plan("1", task(due="2024-05-31"), again)) == ["duplicate-task"]


def test_readings_of_one_document_are_not_held_against_each_other() -> None:
    assert codes(plan("1", task(due="2024-05-31")), plan("1", task(due="2024-06-14"))) == []
