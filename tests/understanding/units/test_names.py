"""Where names of units end: boards of two charges, those told by what they have, are licensed for or are doing, rows under one head."""

from __future__ import annotations

import pytest

from vanthu.rulebook import Rulebook
from vanthu.understanding.units.grammar import UnitGrammar


@pytest.fixture(scope="module")
def grammar(rulebook: Rulebook) -> UnitGrammar:
    return UnitGrammar(rulebook["UNIT"], rulebook["VERB"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ban Quản lý, khai thác bến cá thu phí", ["Ban Quản lý, khai thác bến cá"]),
        (
            "Người đứng đầu cấp ủy, chính quyền các xã đối thoại",
            ["Người đứng đầu cấp ủy, chính quyền các xã"],
        ),
        ("Các gia đình có vườn tạp chặt cây", ["Các gia đình có vườn tạp"]),
        ("các gia đình chính sách phấn khởi", []),
        ("các hộ nhận khoán trồng rừng tỉa cành", ["các hộ nhận khoán trồng rừng"]),
        ("Các trang trại quy mô nhỏ đăng ký", ["Các trang trại quy mô nhỏ"]),
        (
            "Các đơn vị được cấp phép thăm dò khoáng sản nộp tiền",
            ["Các đơn vị được cấp phép thăm dò khoáng sản"],
        ),
        ("Các trường cao đẳng, trung cấp tuyển sinh", ["Các trường cao đẳng, trung cấp"]),
        ("Phòng Kế hoạch tổng hợp rà soát quy trình", ["Phòng Kế hoạch tổng hợp"]),
        ("Ban Tổ chức lễ hội bố trí người trực", ["Ban Tổ chức lễ hội"]),
        ("Ủy viên phụ trách xóm nào thì họp xóm đó", ["Ủy viên"]),
        ("Bếp ăn bán trú lưu mẫu", ["Bếp ăn bán trú"]),
        ("Phòng Quản lý doanh nghiệp tập huấn", ["Phòng Quản lý doanh nghiệp"]),
        (
            "Phòng Tiếp nhận, bảo quản và khai thác tài liệu: mở kho",
            ["Phòng Tiếp nhận, bảo quản và khai thác tài liệu"],
        ),
        (
            "Hội đồng thẩm định, xếp hạng nông sản cấp huyện họp",
            ["Hội đồng thẩm định, xếp hạng nông sản cấp huyện"],
        ),
        ("Các nhà thầu đang thi công kè sông thu dọn vật liệu", ["Các nhà thầu đang thi công kè sông"]),
        ("Các doanh nghiệp sản xuất, siêu thị niêm yết giá", ["Các doanh nghiệp sản xuất, siêu thị"]),
        ("Xóm trưởng, làng trưởng, già làng họp dân", ["Xóm trưởng", "làng trưởng", "già làng"]),
        ("Các tổ, đội, trạm trực thuộc kiểm tra máy", ["Các tổ, đội, trạm trực thuộc"]),
        ("Tổ bảo vệ, đội sao đỏ ghi sổ", ["Tổ bảo vệ", "đội sao đỏ"]),
        (
            "Phòng Kinh tế, Văn hóa - Xã hội, Công an xã họp",
            ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã"],
        ),
        ("UBND các xã: Bản Mạ, Nà Lốc khơi mương", ["UBND xã Bản Mạ", "UBND xã Nà Lốc"]),
        ("UBND các huyện, thị xã, hợp tác xã đăng ký", ["UBND các huyện, thị xã", "hợp tác xã"]),
        ("Đảng ủy các xã Hòa Mục, Hòa An họp", ["Đảng ủy xã Hòa Mục", "Đảng ủy xã Hòa An"]),
        ("Sở Tư pháp (Thường trực Hội đồng phối hợp) chủ trì", ["Sở Tư pháp"]),
        ("Trạm Thú y (Trạm Dịch vụ nông nghiệp) tiêm phòng", ["Trạm Thú y"]),
        ("Hội đồng nghiệm thu, thanh lý công trình", ["Hội đồng nghiệm thu"]),
        ("UBND xã Lũng Vài, Nà Khoang họp", ["UBND xã Lũng Vài", "UBND xã Nà Khoang"]),
        (
            "Công an phường Cầu Đá, Bến Gỗ và Chợ Mới trực",
            ["Công an phường Cầu Đá", "Công an phường Bến Gỗ", "Công an phường Chợ Mới"],
        ),
        ("UBND xã Lũng Vài, Agribank Nà Khoang họp", ["UBND xã Lũng Vài", "Agribank Nà Khoang"]),
        ("Các trường THPT, TH&THCS và Trạm Y tế phun thuốc", ["Các trường THPT, TH&THCS", "Trạm Y tế"]),
        ("Các đội nghiệp vụ khảo sát tuyến đường", ["Các đội nghiệp vụ"]),
        ("Đội QLHC về TTXH thu hồ sơ", ["Đội QLHC về TTXH"]),
        ("Bảo vệ, tạp vụ khóa cửa", ["Bảo vệ", "tạp vụ"]),
        ("Bảo vệ, chăm sóc rừng trồng", []),
        ("Quản lý thị trường vàng chặt chẽ", []),
        ("Công an, Quản lý thị trường kiểm tra kho", ["Công an", "Quản lý thị trường"]),
        ("Giáo viên các nhóm, lớp vệ sinh đồ chơi", ["Giáo viên các nhóm, lớp"]),
        ("các cơ sở giáo dục nghề nghiệp tuyển sinh", ["các cơ sở giáo dục nghề nghiệp"]),
        ("các trung tâm giáo dục nghề nghiệp tuyển sinh", ["các trung tâm giáo dục nghề nghiệp"]),
        ("Phòng Quản lý đô thị (UBND thành phố) chủ trì", ["Phòng Quản lý đô thị (UBND thành phố)"]),
        ("Các Tổ kiểm đếm đi từng hộ", ["Các Tổ kiểm đếm"]),
        ("Các Tổ kiểm đếm, lập danh sách", ["Các Tổ"]),
        ("các tổ kiểm đếm từng hộ", ["các tổ"]),
        ("các tổ phụ trách chốt số liệu", ["các tổ phụ trách"]),
        ("Hội đồng tư vấn xét tuyển họp", ["Hội đồng tư vấn xét tuyển"]),
        ("Nhà thầu thi công, tư vấn giám sát ký nhật ký", ["Nhà thầu thi công", "tư vấn giám sát"]),
        (
            "cấp ủy, lãnh đạo các đơn vị, người sử dụng lao động bố trí",
            ["cấp ủy", "lãnh đạo các đơn vị", "người sử dụng lao động"],
        ),
        ("CĐCS Nhà máy Đường Sơn Hạ họp", ["CĐCS Nhà máy Đường Sơn Hạ"]),
        ("HPN, ĐTN xã vận động", ["HPN", "ĐTN xã"]),
        ("Khẩu đội dân quân phòng không xã luyện tập", ["Khẩu đội dân quân phòng không xã"]),
        ("Ban Chấp hành khóa mới phân công", ["Ban Chấp hành khóa mới"]),
        ("UBND các xã sau sáp nhập bàn giao", ["UBND các xã sau sáp nhập"]),
        ("các xã đã sáp nhập các trường", ["các xã"]),
        ("Các chủ rừng nhóm II lập phương án", ["Các chủ rừng nhóm II"]),
        ("Đại lý thu BHXH, BHYT đối chiếu", ["Đại lý thu BHXH, BHYT"]),
        ("Đội Chữa cháy khu vực số 3 trực", ["Đội Chữa cháy khu vực số 3"]),
        ("Ban Quản lý các bến bãi trên địa bàn chốt số liệu", ["Ban Quản lý các bến bãi trên địa bàn"]),
        ("Trạm Y tế xã, y tế thôn bản phun thuốc", ["Trạm Y tế xã", "y tế thôn bản"]),
        ("Kế toán ngân sách cấp kinh phí", ["Kế toán ngân sách"]),
        ("Giám đốc Công an tỉnh chỉ đạo", ["Giám đốc Công an tỉnh"]),
        ("Tiểu ban Khánh tiết, tài chính cân đối thu chi", ["Tiểu ban Khánh tiết, tài chính"]),
        ("Tổ Trọng tài, y tế xã trực sân", ["Tổ Trọng tài", "y tế xã"]),
        (
            "Công chức Địa chính - Xây dựng, Tài chính - Kế toán đối chiếu",
            ["Công chức Địa chính - Xây dựng", "Công chức Tài chính - Kế toán"],
        ),
        ("Ban quản trị hợp tác xã, trưởng các ấp họp", ["Ban quản trị hợp tác xã", "trưởng các ấp"]),
        (
            "Công đoàn ngành, Công đoàn cấp trên trực tiếp",
            ["Công đoàn ngành", "Công đoàn cấp trên trực tiếp"],
        ),
        ("Công đoàn ngành Xây dựng vận động", ["Công đoàn ngành Xây dựng"]),
        ("Các CĐCS khối trường học tặng quà", ["Các CĐCS khối trường học"]),
        ("Chi bộ cơ quan UBND phường họp", ["Chi bộ cơ quan UBND phường"]),
        ("Các hộ nuôi cua vùng triều thu hoạch", ["Các hộ nuôi cua vùng triều"]),
        ("Trưởng ca, thợ vận hành ký sổ", ["Trưởng ca", "thợ vận hành"]),
        ("Các hộ kinh doanh lưu động đăng ký", ["Các hộ kinh doanh lưu động"]),
        ("Công an viên thường trực gọi hỏi", ["Công an viên thường trực"]),
        ("Nhóm trẻ độc lập tư thục đăng ký", ["Nhóm trẻ độc lập tư thục"]),
        ("Ban Quản lý chợ đầu mối Hà Thanh phân luồng", ["Ban Quản lý chợ đầu mối Hà Thanh"]),
        ("Chi cục Hải quan cửa khẩu Bản Pha kiểm tra", ["Chi cục Hải quan cửa khẩu Bản Pha"]),
        ("Hợp tác xã Nông nghiệp tổng hợp Đồng Tâm thu mua", ["Hợp tác xã Nông nghiệp tổng hợp Đồng Tâm"]),
        ("Hai Ban HĐND xã thẩm tra", ["Hai Ban HĐND xã"]),
        ("Đơn vị quản lý vận hành nhà chung cư kiểm tra", ["Đơn vị quản lý vận hành nhà chung cư"]),
        ("Cộng đồng dân cư bản được giao rừng phát dọn", ["Cộng đồng dân cư bản được giao rừng"]),
        ("Phòng Nghiệp vụ Dược Sở Y tế tập hợp phiếu", ["Phòng Nghiệp vụ Dược Sở Y tế"]),
        ("Các phòng Sở Công Thương gửi số liệu", ["Các phòng Sở Công Thương"]),
        ("Phòng Kinh tế Phòng Nội vụ rà soát", ["Phòng Kinh tế", "Phòng Nội vụ"]),
        ("Sở Tư pháp (Phòng Pháp chế), Công an tỉnh kiểm tra", ["Sở Tư pháp", "Công an tỉnh"]),
        ("Sở Y tế (Trung tâm Pháp y) lấy mẫu", ["Sở Y tế"]),
        ("Chi cục Kiểm lâm (Sở Nông nghiệp) tuần tra", ["Chi cục Kiểm lâm (Sở Nông nghiệp)"]),
        ("Tổ quản lý KTX niêm yết nội quy", ["Tổ quản lý KTX"]),
        ("Tổ vận hành hồ chứa Khe Lim trực", ["Tổ vận hành hồ chứa Khe Lim"]),
        ("Tổ quản lý điểm thi niêm phong túi bài", ["Tổ quản lý điểm thi"]),
        (
            "Tổ quản lý ký túc xá, Đội tự quản sinh viên họp",
            ["Tổ quản lý ký túc xá", "Đội tự quản sinh viên"],
        ),
        ("Tổ kiểm phiếu ký biên bản", ["Tổ kiểm phiếu"]),
        ("Tổ kiểm soát vé ký nhận cuống vé", ["Tổ kiểm soát vé"]),
        ("Tổ canh gác rừng làng Plei Ươi gác lửa", ["Tổ canh gác rừng làng Plei Ươi"]),
        ("Đội dân phòng, Tổ quản lý chợ Bến Đò họp", ["Đội dân phòng", "Tổ quản lý chợ Bến Đò"]),
        ("Các liên chi đoàn trực thuộc đăng ký", ["Các liên chi đoàn trực thuộc"]),
        ("Các trạm gác rừng ghi sổ", ["Các trạm gác rừng"]),
        ("Tổ tuần tra nhân dân ấp Láng Cát gác đêm", ["Tổ tuần tra nhân dân ấp Láng Cát"]),
        ("Ban Tổ chức chương trình chấm điểm", ["Ban Tổ chức chương trình"]),
        ("Ban Tổ chức giải quyết đơn thư", ["Ban Tổ chức"]),
        ("Các chi đoàn trực thuộc nộp hồ sơ", ["Các chi đoàn trực thuộc"]),
        ("Các liên đội trường học nộp ảnh", ["Các liên đội trường học"]),
        ("Nhóm 2 - Đối với nhà ở riêng lẻ đo lại", []),
        ("Nhóm 2 nhập máy", ["Nhóm 2"]),
        ("UBND xã Hội Lâm họp", ["UBND xã Hội Lâm"]),
        ("Giáo viên đón trẻ đo thân nhiệt", ["Giáo viên đón trẻ"]),
        ("Tổ bếp, cấp dưỡng tổng vệ sinh", ["Tổ bếp", "cấp dưỡng"]),
        ("Cấp dưỡng nuôi con theo bản án", []),
        ("Các điểm tiêm mở cửa", ["Các điểm tiêm"]),
        ("Các điểm thi đua khen", []),
        ("Đài truyền thanh phường tiếp âm Đài tỉnh", ["Đài truyền thanh phường"]),
    ],
)
def test_a_name_ends_where_what_must_be_done_begins(
    grammar: UnitGrammar, text: str, names: list[str]
) -> None:
    units, _ = grammar.read(text).list_at(0)
    assert [u.name for u in units] == names


def test_the_body_above_stands_behind_a_name_that_the_document_gives(grammar: UnitGrammar) -> None:
    units, _ = (
        grammar.knowing(["Các phòng ở sinh viên"])
        .read("Các phòng ở sinh viên Ký túc xá dọn vệ sinh")
        .list_at(0)
    )
    assert [u.name for u in units] == ["Các phòng ở sinh viên Ký túc xá"]
