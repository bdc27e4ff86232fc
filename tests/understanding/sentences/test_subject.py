"""Who acts: names with offices, levels, dashes and charges in them."""

from __future__ import annotations

import pytest

from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các hộ vay vốn lập sổ trả lãi.", ["Các hộ vay vốn"]),
        ("Các công ty lữ hành gửi lịch trình.", ["Các công ty lữ hành"]),
        ("Các xã bãi ngang bố trí xe trực.", ["Các xã bãi ngang"]),
        ("Các hộ tranh thủ gặt lúa.", ["Các hộ"]),
        ("Các xã vùng hồ Thác Mây di chuyển lồng cá.", ["Các xã vùng hồ Thác Mây"]),
        ("Các xã có tàu cá (Sông Mây, Núi Sen) lập sổ.", ["Các xã có tàu cá"]),
        ("Thôn Đông và thôn Đoài mỗi thôn dựng 01 gian hàng.", ["Thôn Đông", "thôn Đoài"]),
        ("Các hộ ở nhà thuê khai báo.", ["Các hộ ở nhà thuê"]),
        ("Các bến đò ngang trang bị áo phao.", ["Các bến đò ngang"]),
        ("Các xã năm nay tổ chức ngày hội.", ["Các xã"]),
        ("Các thôn quý II tổ chức họp dân.", ["Các thôn"]),
        ("Các xã một lần nữa rà soát số liệu.", ["Các xã"]),
        ("Các xã dứt điểm giải quyết đơn tồn.", ["Các xã"]),
        ("Các lớp chiều thứ Sáu tổng vệ sinh.", ["Các lớp"]),
        ("Tại các bến đò ngang, Công an xã trực.", ["Công an xã"]),
        ("Đối với các mỏ cát, Phòng Kinh tế đo trữ lượng.", ["Phòng Kinh tế"]),
        ("Đối với các chợ: lắp bình chữa cháy.", ["các chợ"]),
        ("Các nhà thầu thi công hoàn trả mặt đường.", ["Các nhà thầu thi công"]),
        ("Các đơn vị tham gia rà soát hồ sơ.", ["Các đơn vị"]),
        ("Các tổ tiêm phòng đến từng hộ.", ["Các tổ tiêm phòng"]),
        ("Các hộ bị thiệt hại kê khai số lúa mất.", ["Các hộ bị thiệt hại"]),
        ("Hộ nuôi từ 10 con trở lên khai báo với thôn.", ["Hộ nuôi từ 10 con trở lên"]),
        ("Giao ban quản lý chợ thu phí.", ["ban quản lý chợ"]),
        (
            "Phòng Chăm sóc khách hàng và các chi nhánh ghi chỉ số.",
            ["Phòng Chăm sóc khách hàng", "các chi nhánh"],
        ),
        ("Các đơn vị dự toán, Trạm Y tế các xã kiểm kê thuốc.", ["Các đơn vị dự toán", "Trạm Y tế các xã"]),
        ("BQL dự án huyện và các chủ đầu tư: sửa hồ sơ thầu.", ["BQL dự án huyện", "các chủ đầu tư"]),
        (
            "Trung tâm Dân số, Gia đình - Trẻ em huyện đưa tin.",
            ["Trung tâm Dân số, Gia đình - Trẻ em huyện"],
        ),
        ("Công chức Văn hóa phụ trách LĐTB&XH: chi trả.", ["Công chức Văn hóa phụ trách LĐTB&XH"]),
        ("Phó Hiệu trưởng phụ trách chuyên môn duyệt giáo án.", ["Phó Hiệu trưởng phụ trách chuyên môn"]),
        ("Văn phòng thường trực và các xã trực ban.", ["Văn phòng thường trực", "các xã"]),
        ("Nhân viên văn thư - thủ quỹ chốt sổ.", ["Nhân viên văn thư - thủ quỹ"]),
        (
            "Phòng Nông nghiệp - Đội Quản lý chợ lấy mẫu thịt.",
            ["Phòng Nông nghiệp", "Đội Quản lý chợ"],
        ),
        ("Sở Y tế (Phòng Nghiệp vụ dược) lấy mẫu thuốc.", ["Sở Y tế"]),
        ("Phòng Nghiệp vụ Y (Sở Y tế) hướng dẫn.", ["Phòng Nghiệp vụ Y (Sở Y tế)"]),
        ("Cấp chi hội: trồng hàng cây bóng mát.", ["Cấp chi hội"]),
        ("Huyện trao giải tại sân vận động.", ["Huyện"]),
        ("Cấp huyện: Thời gian 01 ngày.", []),
        ("Tiểu ban nội dung viết lời bình.", ["Tiểu ban nội dung"]),
        ("Các chi hội mỗi tháng tổ chức 01 buổi dọn ngõ.", ["Các chi hội"]),
        (
            "Đảng đoàn Liên đoàn Lao động tỉnh lãnh đạo các cấp công đoàn.",
            ["Đảng đoàn Liên đoàn Lao động tỉnh"],
        ),
        (
            "Nhà thầu kinh doanh cát, đá, bến bãi có trách nhiệm che bạt.",
            ["Nhà thầu kinh doanh cát, đá, bến bãi"],
        ),
        ("Mỗi cơ sở Hội nuôi 02 đàn ong.", ["Mỗi cơ sở Hội"]),
        (
            "Hội Phụ nữ Quân sự tỉnh, Ban nữ công LĐLĐ tỉnh: May áo ấm.",
            ["Hội Phụ nữ Quân sự tỉnh", "Ban nữ công LĐLĐ tỉnh"],
        ),
        (
            "Các đồng chí Ủy viên Ban Chấp hành được phân công phụ trách thôn vận động hiến đất.",
            ["Các đồng chí Ủy viên Ban Chấp hành được phân công phụ trách thôn"],
        ),
        ("UBND xã chuẩn bị tài liệu; giao các phòng giải trình.", ["UBND xã"]),
        ("Giao Phòng Nội vụ lập dự thảo; giao Công an xã góp ý.", ["Phòng Nội vụ", "Công an xã"]),
        ("Trưởng thôn các thôn: Đồi, Bến rà soát.", ["Trưởng thôn Đồi", "Trưởng thôn Bến"]),
        (
            "Các nhà thầu đang thi công trên địa bàn cho mượn máy.",
            ["Các nhà thầu đang thi công trên địa bàn"],
        ),
        ("Công ty Điện lực Hải Lâm ngắt điện khu ngập sâu.", ["Công ty Điện lực Hải Lâm"]),
        ("Bà. Lê Thị Sen - Phó Trưởng ban: Đặt cơm trưa.", ["Bà. Lê Thị Sen - Phó Trưởng ban"]),
        ("Ông. Trần Văn Út - Thành viên: Ghi sổ.", ["Ông. Trần Văn Út - Thành viên"]),
        ("Đối với trường được thanh tra: Bố trí phòng họp.", ["trường được thanh tra"]),
        ("Các xã được giám sát gửi sổ thu phí.", ["Các xã được giám sát"]),
        ("Các xã được giám sát trong quý II.", []),
        ("Chi cục Lâm nghiệp và Kiểm lâm gieo ươm.", ["Chi cục Lâm nghiệp và Kiểm lâm"]),
        ("Hạt Kiểm lâm và Công an xã gác rừng.", ["Hạt Kiểm lâm", "Công an xã"]),
        ("Báo Hải Lâm, Tạp chí Lao động mở chuyên mục.", ["Báo Hải Lâm", "Tạp chí Lao động"]),
        ("Các đơn vị đào tạo thuộc Sở Nội vụ mở lớp.", ["Các đơn vị đào tạo thuộc Sở Nội vụ"]),
        ("Văn phòng Bộ in giấy mời.", ["Văn phòng Bộ"]),
        ("Thanh tra Sở, Văn phòng Cục nộp sổ.", ["Thanh tra Sở", "Văn phòng Cục"]),
        ("Viện Quy hoạch, Thiết kế NN&PTNT vẽ bản đồ.", ["Viện Quy hoạch, Thiết kế NN&PTNT"]),
        ("Phòng Nội vụ, Phòng GD&ĐT nộp sổ.", ["Phòng Nội vụ", "Phòng GD&ĐT"]),
        ("Tổ Hỗ trợ nông dân khởi nghiệp chọn giống.", ["Tổ Hỗ trợ nông dân khởi nghiệp"]),
        ("Hội Nông dân hỗ trợ nông dân khởi nghiệp.", ["Hội Nông dân"]),
        ("Chi đoàn Thanh niên: Dựng trại.", ["Chi đoàn Thanh niên"]),
        ("Sau nghiệm thu phải bàn giao cho Trạm Y tế Vĩnh Hòa quản lý, sử dụng.", []),
        ("Giao cho Trạm Y tế Vĩnh Hòa quản lý, sử dụng.", ["Trạm Y tế Vĩnh Hòa"]),
        ("Riêng huyện Sông Thành: trồng rừng.", ["huyện Sông Thành"]),
        ("Giao xã Đông Hà cắm mốc.", ["xã Đông Hà"]),
        (
            "Kho bạc cung cấp sổ gốc trước 12/8, UBND các xã nộp bù.",
            ["Kho bạc", "UBND các xã"],
        ),
        ("Vào số trên kho dữ liệu ngành, không để trùng.", []),
    ],
)
def test_names_of_every_make_are_read_whole(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


def test_a_named_place_beside_a_unit_helps_by_itself(rules: SentenceRules) -> None:
    text = "Chủ trì, phối hợp Công an huyện và xã Sông Hải tổ chức diễn tập."
    assert [u.name for u in Sentence(text, rules).partners] == ["Công an huyện", "xã Sông Hải"]


def test_each_of_several_is_told_behind_a_comma(rules: SentenceRules) -> None:
    text = "Làm báo tường: 02 kỳ, mỗi tổ viết 05 bài."
    assert [u.name for u in Sentence(text, rules).each_inside] == ["mỗi tổ"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các trạm y tế mỗi trạm cử 02 người.", ["Các trạm y tế"]),
        ("Công an xã, Ban CHQS xã mỗi đơn vị cử 05 đồng chí.", ["Công an xã", "Ban CHQS xã"]),
        ("Các phòng, ban mỗi phòng cử 01 cán bộ.", ["Các phòng, ban"]),
        ("Các hợp tác xã mỗi hợp tác xã đăng ký 02 mô hình.", ["Các hợp tác xã"]),
        ("Các thôn, mỗi thôn cử 05 người.", ["Các thôn"]),
        ("UBND mỗi xã chọn 02 thôn.", ["UBND mỗi xã"]),
    ],
)
def test_each_tells_those_named_before_it_again(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    "text", ["Ban Quản lý các bến xe các chợ " * 100, "Ban Dân vận Huyện ủy " * 300, "Giám đốc Sở " * 500]
)
def test_names_within_names_without_end_are_read_all_the_same(rules: SentenceRules, text: str) -> None:
    assert Sentence(text, rules).partners == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Báo cáo thu quỹ của các chi hội gửi về Hội chậm nhất 17/11/2031.", ["các chi hội"]),
        ("Báo cáo thu quỹ của Phòng gửi UBND huyện chậm nhất 17/11/2031.", []),
        ("Báo cáo theo mẫu của Sở Nội vụ gửi về Sở chậm nhất 17/11/2031.", []),
        ("Báo cáo kết quả của đợt kiểm tra gửi về Sở chậm nhất 17/11/2031.", []),
        (
            "Thi đua giữ đàn trâu bò, đàn gà vịt khỏe mạnh trong suốt mùa mưa lũ năm nay: các xã rà soát chuồng trại.",
            ["các xã"],
        ),
        ("Các hộ nhận khoán rừng: Phát dọn thực bì.", ["Các hộ nhận khoán rừng"]),
        ("Thanh tra, kiểm tra việc giữ xe tại các chợ.", []),
        ("Thanh tra các sở kiểm tra việc giữ xe.", ["Thanh tra các sở"]),
        ("Các ban, ngành cấp thành phố, UBND cấp phường họp.", ["Các ban, ngành cấp thành phố", "UBND cấp phường"]),
    ],
)  # fmt: skip
def test_who_acts_is_told_by_paper_topic_or_level(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đối với các hộ chưa kê khai đất, UBND cấp xã xác nhận.", ["UBND cấp xã"]),
        ("Đối với các xã đăng ký về đích năm 2031 (Tân Mây), Mặt trận xã khảo sát.", ["Mặt trận xã"]),
        ("Đối với các trường, UBND các xã tổ chức rà soát.", ["các trường", "UBND các xã"]),
        ("Đối với các xã chưa đạt chuẩn, Đồn Biên phòng: tuần tra.", ["các xã chưa đạt chuẩn", "Đồn Biên phòng"]),
        ("Đối với 20 phông: lập danh mục để Hội đồng thẩm định xem xét.", []),
        ("Từ ngày 01/6, các phòng chỉ tiếp nhận hồ sơ trực tuyến.", ["các phòng"]),
        ("Phân công Đoàn Thanh niên xã mở lớp dạy bơi.", ["Đoàn Thanh niên xã"]),
        ("Phân công Sở Văn hóa, Thể thao và Du lịch chủ trì rà soát.", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Phân công đồng chí Lê Văn Tám trực.", []),
        ("Cử Trạm Y tế xã dự tập huấn.", []),
        ("Đề nghị Tỉnh đoàn ra quân, mỗi huyện đoàn, thị đoàn giúp 10 hộ.", ["Tỉnh đoàn", "mỗi huyện đoàn", "thị đoàn"]),
    ],
)  # fmt: skip
def test_who_acts_is_told_behind_a_topic_or_an_order(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


def test_heading_tells_the_part_of_its_unit(rules: SentenceRules) -> None:
    heading = Sentence("Đồn Biên phòng là đơn vị chủ trì, phối hợp với Hạt Kiểm lâm:", rules)
    assert [u.name for u in heading.heading_units] == ["Đồn Biên phòng"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hội Khuyến học xã: Chủ tịch Hội Khuyến học mời các già làng.", ["Chủ tịch Hội Khuyến học"]),
        ("UBND xã: Chủ tịch, các Phó Chủ tịch chỉ đạo các bộ phận.", ["UBND xã"]),
        ("Trạm Y tế xã: Nhân viên y tế thôn bản cân trẻ.", ["Trạm Y tế xã"]),
        ("Ban kiểm tra nội bộ soát sổ kho.", ["Ban kiểm tra nội bộ"]),
        ("Các chi nhánh cử thợ thay van.", ["Các chi nhánh"]),
        ("Trung tâm điều độ theo dõi bản tin.", ["Trung tâm điều độ"]),
        ("Các giáo viên vào điểm xong trong tháng 12.", ["Các giáo viên"]),
    ],
)
def test_office_or_body_of_a_small_place_acts(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


def test_plan_of_who_does_what_orders_nobody(rules: SentenceRules) -> None:
    text = "Trình UBND xã ký kế hoạch phân công các hội, chi hội giữ đò."
    assert Sentence(text, rules).acting_inside == ()
