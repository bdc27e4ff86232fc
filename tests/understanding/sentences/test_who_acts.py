"""Who must act and who helps, sentence by sentence: each class of wording with sentences that only look like it."""

from __future__ import annotations

import pytest

from vanthu.rulebook import Rulebook
from vanthu.understanding.sentences.rules import SentenceRules
from vanthu.understanding.sentences.sentence import Sentence


@pytest.fixture(scope="module")
def rules(rulebook: Rulebook) -> SentenceRules:
    return SentenceRules.of(rulebook)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Theo chỉ đạo của UBND huyện, Phòng Y tế rà soát danh sách.", ["Phòng Y tế"]),
        ("Sau khi kiểm tra các chợ, Phòng Kinh tế báo cáo kết quả.", ["Phòng Kinh tế"]),
        ("Thừa lệnh Chủ tịch UBND xã, Văn phòng thông báo lịch họp.", ["Văn phòng"]),
        ("Được Sở Y tế giao, Trung tâm Y tế mở lớp tập huấn.", ["Trung tâm Y tế"]),
        ("Được sự đồng ý của Đảng ủy, Đoàn Thanh niên tổ chức hội trại.", ["Đoàn Thanh niên"]),
        ("Trong tháng 5, chỉ đạo Công an xã, Xã đội tuần tra ban đêm.", []),
        ("Căn cứ Kế hoạch số 5/KH-UBND của UBND huyện, các trường xây dựng lịch.", ["các trường"]),
    ],
)
def test_a_circumstance_ends_at_its_comma(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Yêu cầu Chủ tịch UBND các xã và đề nghị Mặt trận Tổ quốc huyện vận động nhân dân.",
            ["Chủ tịch UBND các xã", "Mặt trận Tổ quốc huyện"],
        ),
        ("Giao Phòng Nội vụ lập dự thảo; đề nghị Hội Nông dân góp ý.", ["Phòng Nội vụ", "Hội Nông dân"]),
        ("UBND tỉnh đã giao Sở Xây dựng hướng dẫn các huyện.", ["Sở Xây dựng"]),
        ("Theo đề nghị của Sở Y tế, Sở Tài chính, UBND tỉnh yêu cầu Sở Nội vụ rà soát.", ["Sở Nội vụ"]),
        ("Số liệu phải được các thôn báo cáo trước ngày 05 hằng tháng.", ["các thôn"]),
        ("Hồ sơ được các thôn gửi về đều đặn.", []),
        ("Trên cơ sở kết quả của năm trước, nâng cao nhận thức, đề nghị các sở rà soát.", ["các sở"]),
        ("Công an xã tuần tra. Đề nghị các thôn cử người trực.", ["Công an xã", "các thôn"]),
        ("Công an xã tuần tra. Đề nghị các thôn nghiêm túc thực hiện.", ["Công an xã"]),
        ("Đề nghị quý đơn vị cử người dự.", ["quý đơn vị"]),
        ("Sở Tài chính kính đề nghị Kho bạc Nhà nước cung cấp số liệu.", ["Kho bạc Nhà nước"]),
        ("Trân trọng đề nghị Sở Y tế xem xét.", ["Sở Y tế"]),
        ("Yêu cầu 100% cán bộ, nhân viên trực đúng lịch.", ["100% cán bộ, nhân viên"]),
        ("Sở Y tế (chủ trì), Công an tỉnh (phối hợp) kiểm tra.", ["Sở Y tế"]),
        ("Phòng Nội vụ có công văn đôn đốc các xã.", ["Phòng Nội vụ"]),
        ("Các thôn có kế hoạch cụ thể, phân công người trực.", ["Các thôn"]),
    ],
)
def test_who_is_asked_acts_and_not_who_asks(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Phối hợp với gia đình học sinh quản lý các em.", ["gia đình học sinh"]),
        (
            "Phối hợp với chính quyền địa phương nơi đóng quân làm đường.",
            ["chính quyền địa phương nơi đóng quân"],
        ),
        (
            "Phối hợp với Đồn Biên phòng và các xã giáp ranh nắm tình hình.",
            ["Đồn Biên phòng", "các xã giáp ranh"],
        ),
        ("Phối hợp với dân quân tuần tra.", ["dân quân"]),
        ("Phối hợp với lực lượng công an, kiểm lâm tuần tra.", ["lực lượng công an", "kiểm lâm"]),
        ("Phối hợp với nhau trong quá trình thực hiện.", []),
        ("Phối hợp với cơ quan thuế, cơ quan hải quan thu phí.", ["cơ quan thuế", "cơ quan hải quan"]),
        ("Phối hợp với thôn nắm tình hình.", ["thôn"]),
        ("Phối hợp dân quân, lực lượng bảo vệ rừng gác đêm.", ["dân quân", "lực lượng bảo vệ rừng"]),
        (
            "Phối hợp với Cục Đa dạng sinh học và các địa phương thả cá.",
            ["Cục Đa dạng sinh học", "các địa phương"],
        ),
        ("Phối hợp với các hiệp hội, ngành hàng tìm đầu ra.", ["các hiệp hội, ngành hàng"]),
        ("Phối hợp với cơ quan quân sự cùng cấp gọi quân.", ["cơ quan quân sự cùng cấp"]),
        ("Sở Y tế (chủ trì), Công an tỉnh (phối hợp) kiểm tra.", ["Công an tỉnh"]),
        ("Sở Tài chính chủ trì; Sở Y tế, Sở Nội vụ phối hợp: bố trí kinh phí.", ["Sở Y tế", "Sở Nội vụ"]),
        ("Phối hợp với đơn vị tư vấn (Công ty Hòa Lâm) đo đạc.", ["đơn vị tư vấn (Công ty Hòa Lâm)"]),
    ],
)
def test_who_helps_may_be_named_in_small_letters(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).partners] == names


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
        ("Trách nhiệm của Ban Chỉ huy Quân sự xã: chuẩn bị lực lượng.", ["Ban Chỉ huy Quân sự xã"]),
        ("Nhiệm vụ của các xã diễn tập", []),
        ("Công đoàn của Sở tại nhà khách tỉnh đón đại biểu.", ["Công đoàn của Sở"]),
        ("Các hộ kinh doanh tại khu chợ mới niêm yết giá.", ["Các hộ kinh doanh tại khu chợ mới"]),
        ("Tổ công tác tại huyện Bắc Sơn kiểm tra.", ["Tổ công tác"]),
        ("Sở Y tế tại Công văn này nêu các trạm kiểm tra.", []),
        (
            "Thửa đất đã có bản đồ số nhưng chưa có người đứng tên trong sổ: Phòng Kinh tế chủ trì xác minh.",
            ["Phòng Kinh tế"],
        ),
        ("Thửa đất đã có bản đồ số nhưng chưa có người đứng tên trong sổ: các xã đã rà soát.", []),
        ("Dưới sự chỉ đạo của Đảng ủy, Mặt trận xã chủ trì hiệp thương.", ["Mặt trận xã"]),
        ("Sở Tài chính chủ trì; Sở Y tế, Sở Nội vụ phối hợp: bố trí kinh phí.", ["Sở Tài chính"]),
    ],
)
def test_who_acts_is_found_behind_labels_and_places(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


def test_whoever_directs_his_own_in_an_opening_line_tells_no_work(rules: SentenceRules) -> None:
    assert Sentence("Đảng ủy UBND xã lãnh đạo UBND xã:", rules).is_empty_intro
    assert not Sentence("Đảng ủy UBND xã lãnh đạo thu hồi đất:", rules).is_empty_intro


def test_a_hamlet_has_no_body_of_the_communes_kind(rules: SentenceRules) -> None:
    partners = Sentence("Phối hợp với Công an xã và các thôn tuần tra.", rules).partners
    assert [u.name for u in partners] == ["Công an xã", "các thôn"]


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức lễ ra quân, Công an xã chủ trì, Đoàn xã phối hợp.",
        "Cắm cờ dọc đường liên xã - Công an xã thực hiện.",
    ],
)
def test_who_leads_is_told_behind_the_work(rules: SentenceRules, text: str) -> None:
    leads = [a.units[0].name for a in Sentence(text, rules).asides if a.kind == "lead"]
    assert leads == ["Công an xã"]


@pytest.mark.parametrize(
    "text", ["Gửi: Phòng Nội vụ.", "Thủ trưởng các phòng có trách nhiệm: Rà soát hồ sơ."]
)
def test_a_receiver_or_a_word_of_duty_is_no_label(rules: SentenceRules, text: str) -> None:
    assert not Sentence(text, rules).attributes


def test_words_of_duty_bind_who_is_named_behind_a_comma(rules: SentenceRules) -> None:
    sentence = Sentence("Chuyển quà đến các hộ nghèo, các thôn có trách nhiệm lập danh sách.", rules)
    assert [u.name for u in sentence.bound_inside] == ["các thôn"]


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
        (
            "Rà soát các khu dân cư ven sông (Sở Xây dựng, Sở Tài chính theo chức năng, nhiệm vụ; thực hiện thường xuyên).",
            ["Sở Xây dựng", "Sở Tài chính"],
        ),
        ("Giải ngân vốn (các sở, ban, ngành theo chức năng, nhiệm vụ được giao).", ["các sở, ban, ngành"]),
        (
            "Kiểm tra các hồ đập (Hạt Kiểm lâm, UBND các xã trong phạm vi quản lý).",
            ["Hạt Kiểm lâm", "UBND các xã"],
        ),
        (
            "Chuẩn hóa dữ liệu (Phòng Kinh tế, Công an xã theo thẩm quyền; xong trong quý II).",
            ["Phòng Kinh tế", "Công an xã"],
        ),
        (
            "Dọn rác (Ban Quản lý chợ, các hộ kinh doanh; thường xuyên).",
            ["Ban Quản lý chợ", "các hộ kinh doanh"],
        ),
        ("Phân bổ kinh phí cho các xã (theo phân cấp quản lý).", []),
        ("Mở lớp cho cán bộ hội (các xã theo phân công) về kỹ năng số.", []),
    ],
)
def test_who_acts_by_office_stands_in_the_last_bracket(
    rules: SentenceRules, text: str, names: list[str]
) -> None:
    assert [u.name for a in Sentence(text, rules).asides if a.kind == "lead" for u in a.units] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "UBND phường vận động tháo dỡ; nếu không chấp hành, Phòng Kinh tế tham mưu cưỡng chế.",
            ["UBND phường", "Phòng Kinh tế"],
        ),
        (
            "Công an xã nhắc nhở; trường hợp tái phạm thì Đội Quản lý trật tự lập biên bản.",
            ["Công an xã", "Đội Quản lý trật tự"],
        ),
        ("Các thôn thống kê; khi nước rút, Trạm Y tế xã phun khử khuẩn.", ["Các thôn", "Trạm Y tế xã"]),
        (
            "Phòng Nội vụ lập danh sách; sau khi được phê duyệt, Phòng Tài chính cấp kinh phí.",
            ["Phòng Nội vụ", "Phòng Tài chính"],
        ),
        (
            "Các trường dạy trực tuyến. Trong trường hợp mất điện, Điện lực huyện bố trí máy phát.",
            ["Các trường", "Điện lực huyện"],
        ),
        ("Công an xã tuần tra; khi phát hiện vi phạm của các hộ kinh doanh, lập biên bản.", ["Công an xã"]),
        ("Trạm Y tế khám; nếu có ca nặng, báo cáo Trung tâm Y tế để phối hợp.", ["Trạm Y tế"]),
        (
            "Các trường rà soát; nếu có vướng mắc, đề nghị liên hệ Phòng Nội vụ để được hướng dẫn.",
            ["Các trường"],
        ),
        (
            "Giao thường trực các hội huy động hội viên. Sau khi họp, các hội hướng dẫn.",
            ["thường trực các hội"],
        ),
    ],
)
def test_who_acts_stands_behind_a_condition(rules: SentenceRules, text: str, names: list[str]) -> None:
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
        (
            "Hội Nông dân dựng cổng; Hội LHPN chuẩn bị gian hàng, Đoàn TN phụ trách âm thanh, Hội CCB giữ xe.",
            ["Hội Nông dân", "Hội LHPN", "Đoàn TN", "Hội CCB"],
        ),
        ("Tổ 1 dọn đường làng, Tổ 2 trồng hoa, Tổ 3 sơn tường rào.", ["Tổ 1", "Tổ 2", "Tổ 3"]),
        ("Công an xã phân luồng, Trạm Y tế xã trực cấp cứu.", ["Công an xã", "Trạm Y tế xã"]),
        ("Hội Nông dân, Hội LHPN, Đoàn TN chuẩn bị gian hàng.", ["Hội Nông dân", "Hội LHPN", "Đoàn TN"]),
        ("Phòng Kinh tế kiểm tra chợ, Ban Quản lý chợ báo cáo.", ["Phòng Kinh tế", "Ban Quản lý chợ"]),
        ("Công an xã giữ xe, hỗ trợ Đoàn TN lắp âm thanh, giúp Hội CCB dựng rạp.", ["Công an xã"]),
        ("Hội LHPN nấu ăn, hỗ trợ Đoàn TN lắp loa, Hội CCB dựng rạp.", ["Hội LHPN"]),
        ("Phòng Tài chính lập tờ trình để UBND huyện xem xét, HĐND huyện phê duyệt.", ["Phòng Tài chính"]),
        ("UBND xã chỉ đạo nạo vét kênh, Công an xã tuần tra.", ["UBND xã"]),
        ("Văn phòng gửi giấy mời, đôn đốc các thôn, Trạm Y tế xã chuẩn bị số liệu.", ["Văn phòng"]),
        ("Đài Truyền thanh phát tin, Công an xã phối hợp bảo vệ.", ["Đài Truyền thanh"]),
        ("Trung tâm bố trí phòng học, giáo viên, nhân viên phục vụ lớp học.", ["Trung tâm"]),
        ("Trạm Y tế huy động xe, nhân viên y tế trực cấp cứu.", ["Trạm Y tế"]),
        ("Nhà trường bố trí phòng thi, Công an xã giữ trật tự.", ["Nhà trường", "Công an xã"]),
        ("Nhà trường dựng sân khấu, giáo viên trang trí lớp.", ["Nhà trường", "giáo viên"]),
    ],
)
def test_each_of_a_row_with_a_verb_of_its_own_acts(rules: SentenceRules, text: str, names: list[str]) -> None:
    assert [u.name for u in Sentence(text, rules).actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hằng tháng Công an xã tuần tra 02 lần.", ["Công an xã"]),
        ("Hằng ngày các bếp ăn lưu mẫu thức ăn.", ["các bếp ăn"]),
        ("Mỗi tháng mỗi trạm y tế lập 50 hồ sơ.", ["mỗi trạm y tế"]),
        ("Hằng quý báo cáo UBND xã kết quả.", []),
        ("Hằng tuần cùng Công an xã tuần tra.", []),
        ("Hằng năm số hộ nghèo giảm 2%.", []),
        ("Hằng tuần các lớp được kiểm tra.", []),
        ("Hằng năm ngân sách xã bố trí kinh phí.", []),
    ],
)
def test_who_acts_stands_right_behind_the_rhythm(rules: SentenceRules, text: str, names: list[str]) -> None:
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
