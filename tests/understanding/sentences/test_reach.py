"""How far the name of who acts goes: the whole name, and each of the names of a row."""

from __future__ import annotations

import pytest

from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Người đứng đầu các phòng, ban, các cơ quan, đơn vị chịu trách nhiệm trước huyện.",
            ["Người đứng đầu các phòng, ban, các cơ quan, đơn vị"],
        ),
        (
            "Giao Giám đốc: Sở Văn hóa, Thể thao và Du lịch, Sở Tài chính rà soát.",
            ["Giám đốc Sở Văn hóa, Thể thao và Du lịch", "Giám đốc Sở Tài chính"],
        ),
        (
            "Giao các Sở: Tài chính, Công Thương; Công an tỉnh rà soát.",
            ["Sở Tài chính", "Sở Công Thương", "Công an tỉnh"],
        ),
        ("Cán bộ, công chức, viên chức đeo thẻ.", ["Cán bộ, công chức, viên chức"]),
        ("Hợp tác xã Bình Minh chia lãi cho xã viên.", ["Hợp tác xã Bình Minh"]),
        ("Bệnh viện Nhãn khoa Sông Mây cử bác sĩ khám.", ["Bệnh viện Nhãn khoa Sông Mây"]),
        ("Đội văn nghệ thôn Hạ biểu diễn 03 tiết mục.", ["Đội văn nghệ thôn Hạ"]),
        ("Ban liên lạc Cựu chiến binh xã vận động hội viên.", ["Ban liên lạc Cựu chiến binh xã"]),
        ("Tổ rà soát hồ sơ đất đai xã đối chiếu bản đồ.", ["Tổ rà soát hồ sơ đất đai xã"]),
        ("Chủ tịch UBND xã phân công Phòng Kinh tế theo dõi.", ["Phòng Kinh tế"]),
        ("Thôn nào để tồn rác thì Trưởng thôn phải giải trình.", ["Trưởng thôn"]),
        ("Trung tâm Xúc tiến du lịch tỉnh mời doanh nghiệp tham gia.", ["Trung tâm Xúc tiến du lịch tỉnh"]),
        ("Đối với các hộ kinh doanh tại chợ Sen: Tháo dỡ mái che.", ["các hộ kinh doanh tại chợ Sen"]),
        ("Kết quả rà soát được Thanh tra tỉnh báo cáo trước ngày 15/12.", ["Thanh tra tỉnh"]),
        ("Người nuôi tôm, cá lồng bè: Thu hoạch sớm.", ["Người nuôi tôm, cá lồng bè"]),
        ("Hướng dẫn người nuôi tôm cải tạo ao.", []),
        ("Doanh nghiệp khai thác cát lắp trạm cân.", ["Doanh nghiệp khai thác cát"]),
        ("Các đội đắp bờ ngăn mặn.", ["Các đội"]),
        (
            "Giao Sở Y tế và các cơ quan: Phòng Dân số lập danh sách; Trạm Y tế xã khám bệnh.",
            ["Phòng Dân số", "Trạm Y tế xã"],
        ),
        (
            "Đề nghị Mặt trận và các đoàn thể: Vận động hội viên; Đoàn Thanh niên ra quân.",
            ["Mặt trận", "các đoàn thể", "Đoàn Thanh niên"],
        ),
        ("14 bản trên địa bàn xã luyện tập văn nghệ.", ["14 bản trên địa bàn xã"]),
        ("15 xã hoàn thành phổ cập.", []),
        ("Các chi bộ được kiểm tra, giám sát chuẩn bị báo cáo.", ["Các chi bộ được kiểm tra, giám sát"]),
        ("Đội xung kích phòng chống thiên tai xã gia cố đê.", ["Đội xung kích phòng chống thiên tai xã"]),
        ("Chủ các bến đò, xuồng máy: dừng đưa khách.", ["Chủ các bến đò, xuồng máy"]),
        ("Đảng viên thuộc diện Đảng ủy quản lý kê khai.", ["Đảng viên thuộc diện Đảng ủy quản lý"]),
        ("Các hộ ở nhà thuê khai báo tạm trú.", ["Các hộ ở nhà thuê"]),
        ("Các chủ hồ chứa vận hành xả lũ.", ["Các chủ hồ chứa"]),
        ("Các cơ sở thờ tự đăng ký hoạt động.", ["Các cơ sở thờ tự"]),
        ("UBND các phường có tuyến đường đi qua cắm mốc.", ["UBND các phường có tuyến đường đi qua"]),
        ("Các địa phương chưa giải ngân báo cáo lý do.", ["Các địa phương chưa giải ngân"]),
        ("Cấp ủy, chính quyền các huyện họp bàn.", ["Cấp ủy, chính quyền các huyện"]),
        ("Các cấp ủy, chính quyền quán triệt.", ["Các cấp ủy", "chính quyền"]),
        ("Trung tâm Hỗ trợ phát triển doanh nghiệp mở lớp.", ["Trung tâm Hỗ trợ phát triển doanh nghiệp"]),
        ("Phòng Quản lý tem bưu chính rà soát.", ["Phòng Quản lý tem bưu chính"]),
        ("Phòng Tổ chức rà soát biên chế.", ["Phòng Tổ chức"]),
        ("Trung tâm Hỗ trợ khởi nghiệp mở lớp.", ["Trung tâm Hỗ trợ khởi nghiệp"]),
        ("Tổ lễ tân, khánh tiết trang trí sân khấu.", ["Tổ lễ tân, khánh tiết"]),
        ("Thanh tra chuyên ngành, kiểm tra 20 cửa hàng.", []),
        ("Mỗi cán bộ, công chức, đảng viên giúp 03 hộ.", ["Mỗi cán bộ, công chức, đảng viên"]),
        ("Đội ngũ hòa giải viên, cộng tác viên học tập.", ["Đội ngũ hòa giải viên, cộng tác viên"]),
        ("Công an xã canh gác, Phòng Tư pháp soát xét văn bản.", ["Công an xã", "Phòng Tư pháp"]),
        (
            "Đề nghị Ban Quản lý các đập Suối Sậy, Đồng Cói đo mực nước.",
            ["Ban Quản lý đập Suối Sậy", "Ban Quản lý đập Đồng Cói"],
        ),
        ("Các đội tuyển tập luyện từ tháng 3.", []),
        ("Các trường mầm non, tiểu học, TH&THCS dạy bơi.", ["Các trường mầm non, tiểu học, TH&THCS"]),
        (
            "Các nhà máy thủy điện, điện gió trong tỉnh: giảm tải.",
            ["Các nhà máy thủy điện, điện gió trong tỉnh"],
        ),
        (
            "Chủ đầu tư (Ban Quản lý dự án huyện) bàn giao mặt bằng.",
            ["Chủ đầu tư (Ban Quản lý dự án huyện)"],
        ),
        ("Cơ quan thường trực (Sở Nội vụ) tổng hợp.", ["Cơ quan thường trực (Sở Nội vụ)"]),
        ("Công an huyện (Sở Nội vụ phối hợp) tuần tra.", ["Công an huyện"]),
        ("Giao đồng chí Lê Văn Tám phụ trách hậu cần, thanh quyết toán.", ["đồng chí Lê Văn Tám"]),
        ("Ủy viên Thường trực - Giám đốc Sở Y tế: chủ trì họp.", ["Ủy viên Thường trực - Giám đốc Sở Y tế"]),
    ],
)
def test_who_acts_has_the_whole_name(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Giao cho trưởng các khoa đào tạo, Ban Giám hiệu Trường Thực nghiệm, Ký túc xá bố trí lịch trực.",
            ["trưởng các khoa đào tạo", "Ban Giám hiệu Trường Thực nghiệm", "Ký túc xá"],
        ),
        (
            "Giao cho trưởng các bộ môn, Phòng Đào tạo, Thư viện rà soát giáo trình.",
            ["trưởng các bộ môn", "Phòng Đào tạo", "Thư viện"],
        ),
        (
            "Phòng Đào tạo Sau Đại học, Phòng Thanh tra giáo dục phối hợp kiểm tra.",
            ["Phòng Đào tạo Sau Đại học", "Phòng Thanh tra giáo dục"],
        ),
        ("Phòng Thanh tra giáo dục, Thư viện rà soát.", ["Phòng Thanh tra giáo dục", "Thư viện"]),
        ("Các khoa đào tạo, bồi dưỡng giảng viên trẻ.", ["Các khoa"]),
        ("Hợp tác xã Bình Minh chia lãi, báo cáo xã viên.", ["Hợp tác xã Bình Minh"]),
    ],
)
def test_work_and_halves_of_words_in_a_name_end_no_list(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kế toán UBND xã cấp, quyết toán kinh phí.", ["Kế toán UBND xã"]),
        ("Văn thư Trường THCS Hòa Bình vào sổ công văn.", ["Văn thư Trường THCS Hòa Bình"]),
        ("Kế toán các trường nộp báo cáo tài chính.", ["Kế toán các trường"]),
        ("Kế toán ngân sách xã đối chiếu số liệu.", ["Kế toán ngân sách xã"]),
        ("Giao kế toán UBND xã lập dự toán.", ["kế toán UBND xã"]),
        ("Công chức địa chính xã đo đạc thửa đất.", ["Công chức địa chính xã"]),
        ("Kế toán, văn thư UBND xã chuẩn bị hồ sơ.", ["Kế toán", "văn thư UBND xã"]),
        ("Lập chứng từ kế toán các khoản chi.", []),
        ("Giao Phó Thủ tướng Trần Hồng Lĩnh trực tiếp chỉ đạo.", ["Phó Thủ tướng Trần Hồng Lĩnh"]),
        ("Đề nghị Chủ tịch HĐND xã Nguyễn Văn Bền chủ trì họp.", ["Chủ tịch HĐND xã Nguyễn Văn Bền"]),
        ("Giao Thứ trưởng Bộ Y tế Ngô Đức Hải làm việc với các tỉnh.", ["Thứ trưởng Bộ Y tế Ngô Đức Hải"]),
    ],
)
def test_a_post_or_an_office_goes_with_its_body_or_its_holder(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các chi hội mỗi chi hội giúp 02 hộ.", ["Các chi hội"]),
        ("Hội Nông dân xã, các đoàn thể mỗi tổ chức nhận 01 tuyến.", ["Hội Nông dân xã", "các đoàn thể"]),
        ("Trạm Y tế phát thuốc; mỗi gia đình nhận 02 gói.", ["Trạm Y tế"]),
        ("Trạm Y tế phát thuốc; mỗi thôn cử 02 người nhận.", ["Trạm Y tế", "mỗi thôn"]),
        ("3 xã: 12 thôn có dịch.", []),
        ("4 thôn: đã cắm xong mốc.", []),
        ("5 xã: rà soát hộ nghèo.", ["5 xã"]),
        ("Bà Giám đốc HTX phụ trách chung, ký hợp đồng.", ["Bà Giám đốc HTX"]),
        (
            "Y sĩ Lò Thị Mây (phụ trách tiêm chủng): lập danh sách.",
            ["Y sĩ Lò Thị Mây"],
        ),
        ("Nữ hộ sinh: quản lý thai nghén.", ["Nữ hộ sinh"]),
        ("Bác sĩ gia đình khám định kỳ.", []),
        ("Mỗi điểm bố trí 02 bàn, 01 tủ thuốc.", ["Mỗi điểm"]),
        ("Mỗi điểm trừ 05 điểm thi đua.", []),
        ("Các điểm còn lại xong trong tháng 5.", []),
    ],
)
def test_each_of_them_and_people_by_their_trade(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names
