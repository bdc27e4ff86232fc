"""Lines that open a list: those that only do so hand down who acts; those with work of their own are the mother of what stands below."""

from __future__ import annotations

import pytest

from understanding.paper import tasks_of
from vanthu.rulebook import Rulebook

FORMS = ("1. {}\n- {}\n- {}", "{}\n1. {}\n2. {}")
ITEMS = ("Lắp đặt thêm hai bảng tin ngoài trời.", "Phát tờ rơi đến từng hộ gia đình.")


def told(form: str, line: str, rulebook: Rulebook) -> list[tuple[str, list[str], list[str], int]]:
    """Each task's first words, lead, partners and number of times."""
    tasks = tasks_of(f"II. NHIỆM VỤ, GIẢI PHÁP\n{form.format(line, *ITEMS)}", rulebook)
    return [
        (t.text[:12], [u.name for u in t.lead], [u.name for u in t.coordinate], len(t.deadlines))
        for t in tasks
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("line", "lead", "coordinate", "times"),
    [
        ("Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công an tỉnh thực hiện các nội dung sau:", "Sở Nông nghiệp và Môi trường", ["Công an tỉnh"], 0),
        ("Ủy ban nhân dân các xã tập trung chỉ đạo thực hiện một số nhiệm vụ trọng tâm sau đây:", "Ủy ban nhân dân các xã", [], 0),
        ("Trường Tiểu học Hoa Sen triển khai một số giải pháp như sau:", "Trường Tiểu học Hoa Sen", [], 0),
        ("Yêu cầu các chi bộ thực hiện nghiêm túc các nhiệm vụ sau:", "các chi bộ", [], 0),
        ("Theo chức năng, nhiệm vụ được giao, Phòng Tư pháp tổ chức thực hiện tốt các nội dung:", "Phòng Tư pháp", [], 0),
        ("Trước ngày 20/5/2031, Trạm Y tế xã hoàn thành các công việc sau:", "Trạm Y tế xã", [], 1),
        ("Hội Liên hiệp Phụ nữ xã phối hợp với Đoàn Thanh niên xã triển khai các biện pháp cụ thể như sau:", "Hội Liên hiệp Phụ nữ xã", ["Đoàn Thanh niên xã"], 0),
        ("Công an phường cùng với Ban Chỉ huy Quân sự phường thực hiện các phần việc dưới đây:", "Công an phường", ["Ban Chỉ huy Quân sự phường"], 0),
        ("Đề nghị Bệnh viện Đa khoa huyện khẩn trương triển khai thực hiện những yêu cầu sau:", "Bệnh viện Đa khoa huyện", [], 0),
        ("Bộ phận Một cửa tổ chức thực hiện các nhiệm vụ, giải pháp chủ yếu sau:", "Bộ phận Một cửa", [], 0),
        ("Trưởng các thôn tuyên truyền, vận động Nhân dân thực hiện tốt một số việc cụ thể sau đây:", "Trưởng các thôn", [], 0),
        ("Trong quý II/2031, Sở Xây dựng tham mưu, triển khai thực hiện 04 nhóm nhiệm vụ như sau:", "Sở Xây dựng", [], 1),
        ("Để đạt chỉ tiêu đề ra, Liên đoàn Lao động tỉnh cần tập trung thực hiện tốt 05 nhóm giải pháp sau:", "Liên đoàn Lao động tỉnh", [], 0),
        ("Giao Phòng Nội vụ chủ trì, phối hợp với Phòng Tài chính - Kế hoạch tham mưu thực hiện những việc sau đây:", "Phòng Nội vụ", ["Phòng Tài chính - Kế hoạch"], 0),
        ("Ban Giám hiệu chỉ đạo các tổ chuyên môn thực hiện nghiêm các yêu cầu sau:", "Ban Giám hiệu", [], 0),
        ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã quan tâm phối hợp triển khai các nội dung dưới đây:", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", [], 0),
        ("Căn cứ chức năng, nhiệm vụ được giao, Thanh tra huyện chủ động triển khai các nhiệm vụ, giải pháp trọng tâm:", "Thanh tra huyện", [], 0),
        ("Hạt Kiểm lâm tăng cường lãnh đạo, chỉ đạo, tập trung vào các nhiệm vụ chủ yếu sau:", "Hạt Kiểm lâm", [], 0),
        ("Từ ngày 01/6/2031 đến ngày 15/6/2031, các tổ dân phố đồng loạt triển khai các phần việc như sau:", "các tổ dân phố", [], 1),
        ("Trung tâm Văn hóa tỉnh có kế hoạch thực hiện các hoạt động sau:", "Trung tâm Văn hóa tỉnh", [], 0),
        ("Kho bạc Nhà nước khu vực tổ chức triển khai thực hiện như sau:", "Kho bạc Nhà nước khu vực", [], 0),
        ("Đồn Biên phòng Cửa Lạch phối hợp chặt chẽ với Công an xã thực hiện một số biện pháp cần thiết sau đây:", "Đồn Biên phòng Cửa Lạch", ["Công an xã"], 0),
    ],
)  # fmt: skip
def test_a_line_that_only_opens_a_list_hands_down_who_acts(
    form: str, line: str, lead: str, coordinate: list[str], times: int, rulebook: Rulebook
) -> None:
    handed = ([lead], coordinate, times)
    assert told(form, line, rulebook) == [(item[:12], *handed) for item in ITEMS]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Tổ chức thu gom rác thải sinh hoạt theo đúng lịch như sau:", []),
        ("Tổ công nghệ số hướng dẫn người dân đăng ký tài khoản như sau:", ["Tổ công nghệ số"]),
        ("Điện lực huyện cắt điện để sửa chữa đường dây theo khung giờ như sau:", ["Điện lực huyện"]),
        ("Phòng Giáo dục và Đào tạo bố trí điểm thi và phòng thi như sau:", ["Phòng Giáo dục và Đào tạo"]),
        ("Nhà trường phân luồng phụ huynh đưa đón học sinh như sau:", ["Nhà trường"]),
        ("Chi cục Thú y cấp phát vắc xin cho các huyện theo số lượng sau đây:", ["Chi cục Thú y"]),
        ("Ban Quản lý chợ sắp xếp lại các quầy hàng theo sơ đồ như sau:", ["Ban Quản lý chợ"]),
        ("Trung tâm Y tế huyện tổ chức tiêm vắc xin phòng dại cho vật nuôi tại các xã như sau:", ["Trung tâm Y tế huyện"]),
        ("Đoàn xã treo băng rôn, khẩu hiệu tại các ngã ba với nội dung sau:", ["Đoàn xã"]),
        ("Văn phòng HĐND và UBND huyện niêm yết công khai thủ tục hành chính như sau:", ["Văn phòng HĐND và UBND huyện"]),
        ("Đề nghị Sở Giao thông vận tải điều chỉnh tuyến xe buýt số 3 như sau:", ["Sở Giao thông vận tải"]),
        ("Công an xã phối hợp với Đoàn xã cắm biển báo nguy hiểm ở bến sông như sau:", ["Công an xã"]),
        ("Khóa van, xả cặn đường ống cấp nước theo thứ tự như sau:", []),
        ("Bưu điện tỉnh phát hành bộ tem kỷ niệm với các nội dung sau:", ["Bưu điện tỉnh"]),
        ("Theo kế hoạch được duyệt, Trung tâm Khuyến nông tỉnh cấp giống lúa cho các hợp tác xã như sau:", ["Trung tâm Khuyến nông tỉnh"]),
        ("Hội Nông dân xã vay vốn giúp hội viên sửa chuồng trại như sau:", ["Hội Nông dân xã"]),
        ("Ban Chỉ huy Quân sự xã huấn luyện dân quân tại thao trường theo các nội dung sau:", ["Ban Chỉ huy Quân sự xã"]),
        ("Thư viện tỉnh tổ chức thi kể chuyện sách cho học sinh tiểu học như sau:", ["Thư viện tỉnh"]),
        ("Sở Tài chính rà soát dự toán của các đơn vị, tập trung vào các nội dung sau:", ["Sở Tài chính"]),
        ("Tổ bảo vệ rừng phối hợp với Hạt Kiểm lâm phát dọn đường băng cản lửa như sau:", ["Tổ bảo vệ rừng"]),
        ("Văn phòng UBND xã trả kết quả hồ sơ cho công dân trong các ngày sau đây:", ["Văn phòng UBND xã"]),
        ("Chi đoàn thôn Đông quét vôi, trồng hoa hai bên đường như sau:", ["Chi đoàn thôn Đông"]),
    ],
)  # fmt: skip
def test_a_line_with_work_of_its_own_is_the_mother_of_the_list_below(
    form: str, line: str, lead: list[str], rulebook: Rulebook
) -> None:
    mother, *below = tasks_of(f"II. NHIỆM VỤ, GIẢI PHÁP\n{form.format(line, *ITEMS)}", rulebook)
    assert [u.name for u in mother.lead] == lead
    assert [t.parent for t in below] == [mother.id] * 2
