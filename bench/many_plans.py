"""Finished plans by the hundred, of invented communes, drawn from a seed: what measurements over many plans stand on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from vanthu.contract.model import PublicPlan

_UNITS = (
    "Văn phòng HĐND và UBND xã",
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Công an xã",
    "Ban Chỉ huy Quân sự xã",
    "Trạm Y tế xã",
    "Trung tâm Phục vụ hành chính công xã",
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    "Các trường học trên địa bàn",
)
_WORK = (
    "Rà soát, lập danh sách hồ sơ còn thiếu và gửi về Văn phòng để tổng hợp",
    "Tổ chức tuyên truyền trên hệ thống truyền thanh cơ sở và tại các cuộc họp thôn",
    "Tổng hợp kết quả thực hiện, báo cáo Ủy ban nhân dân xã theo quy định",
    "Phối hợp kiểm tra việc thực hiện tại các thôn, kịp thời tháo gỡ khó khăn, vướng mắc",
    "Tham mưu bố trí kinh phí và trang thiết bị bảo đảm cho công tác triển khai",
)
_RHYTHMS = ("FREQ=WEEKLY;BYDAY=FR", "FREQ=MONTHLY;BYMONTHDAY=30", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15")
_FIRST = date(2025, 1, 6)


def plans(count: int, tasks: int, seed: int = 1) -> Iterator[PublicPlan]:
    """So many plans with so many tasks each, every task with one deadline."""
    draw = random.Random(seed)
    for number in range(1, count + 1):
        yield PublicPlan.model_validate(_plan(draw, number, tasks))


def _plan(draw: random.Random, number: int, tasks: int) -> dict[str, Any]:
    issued = _FIRST + timedelta(days=draw.randrange(300))
    end = issued + timedelta(days=draw.randrange(60, 360))
    return {
        "source": f"ke-hoach-{number:03}.pdf",
        "document": {
            "type": "Kế hoạch",
            "number": str(number),
            "symbol": "KH-UBND",
            "issuer": [f"Ủy ban nhân dân xã An Phước {number % 40}"],
            "issued_on": issued.isoformat(),
            "title": f"Triển khai công tác chuyển đổi số đợt {number}",
        },
        "document_deadlines": [
            {
                "raw": "thời gian thực hiện",
                "kind": "window",
                "start": issued.isoformat(),
                "end": end.isoformat(),
            }
        ],
        "tasks": [_task(draw, number, place, issued, end) for place in range(1, tasks + 1)],
    }


def _task(draw: random.Random, plan: int, place: int, issued: date, end: date) -> dict[str, Any]:
    lead, helper = draw.sample(_UNITS, 2)
    work = draw.choice(_WORK)
    return {
        "id": f"II.{place}",
        "uid": f"{plan:08x}{place:08x}",
        "text": f"{work}; {draw.choice(_WORK).lower()}.",
        "lead": [lead],
        "coordinate": [helper] if draw.random() < 0.5 else [],
        "kind": "report" if "báo cáo" in work else "action",
        "deadlines": [_deadline(draw, issued, end)],
        "page": draw.randrange(1, 6),
    }


def _deadline(draw: random.Random, issued: date, end: date) -> dict[str, Any]:
    day = issued + timedelta(days=draw.randrange((end - issued).days))
    if draw.random() < 0.1:
        return {"raw": "định kỳ", "kind": "recurring", "rrule": draw.choice(_RHYTHMS), "until": None}
    if draw.random() < 0.2:
        later = min(day + timedelta(days=30), end)
        return {"raw": "trong tháng", "kind": "window", "start": day.isoformat(), "end": later.isoformat()}
    clock = {"time": "17:00"} if draw.random() < 0.2 else {}
    wording = draw.choice(["before", "by"])
    return {
        "raw": f"hạn {day:%d/%m/%Y}",
        "kind": "due",
        "date": day.isoformat(),
        "qualifier": wording,
        **clock,
    }
