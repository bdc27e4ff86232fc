"""What the audit of one plan finds in short invented plans, code by code, against what was planted in them.

python bench/plan_findings.py [--held] [--show]

Each case of bench/plan_findings.yaml is a plan without faults but for what it says; traps look like faults and are none.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from measure import show
from vanthu.api.reading import process

_FILE = Path(__file__).with_suffix(".yaml")
_PLAN = """ỦY BAN NHÂN DÂN               CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ LÂM KHÊ                       Độc lập - Tự do - Hạnh phúc

Số: {number}/KH-UBND                 Lâm Khê, {issued}

KẾ HOẠCH
Thực hiện một số nhiệm vụ trọng tâm của xã năm 2025

{basis}
Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao chất lượng đời sống của Nhân dân trong xã.
{period}
{body}

Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Thử
{annex}"""
_DEFAULTS: dict[str, Any] = {
    "number": "47",
    "issued": "ngày 10 tháng 3 năm 2025",
    "basis": ["Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/02/2025;"],
    "period": None,
    "tasks": ["Các thôn tuyên truyền về Kế hoạch này trên loa truyền thanh."],
    "body": None,
    "annex": [],
}


class Case(NamedTuple):
    """`code` is what was planted, `None` in a trap; `parts` differ from a plan without faults."""

    code: str | None
    parts: dict[str, Any]


def cases(*, held: bool) -> list[Case]:
    """The cases, those held out or the others."""
    read: dict[str, list[dict[str, Any]]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    apart = [Case(parts.pop("code", None), parts) for parts in read.pop("held")]
    return apart if held else [Case(None if c == "traps" else c, p) for c, cs in read.items() for p in cs]


def plan_text(parts: dict[str, Any]) -> str:
    """A whole plan, with the parts that a case names."""
    own = _DEFAULTS | parts
    period, rows = own["period"], own["annex"]
    tasks = "\n".join(f"{n}. {text}" for n, text in enumerate(own["tasks"], start=1))
    table = "\n".join(["| Ngày | Địa điểm |", "| --- | --- |", *(f"| {row} |" for row in rows)])
    return _PLAN.format(
        number=own["number"],
        issued=own["issued"],
        basis="\n".join(own["basis"]),
        period=f"II. THỜI GIAN THỰC HIỆN\nThời gian thực hiện: {period}." if period else "",
        body=own["body"] or f"III. NHIỆM VỤ\n{tasks}",
        annex=f"\nPHỤ LỤC\nLỊCH TỔ CHỨC TẠI CÁC THÔN\n\n{table}\n" if rows else "",
    )


def codes_found(parts: dict[str, Any], folder: Path) -> list[str]:
    """The codes that the audit raises in the plan of a case."""
    file = folder / "plan.txt"
    file.write_text(plan_text(parts), encoding="utf-8")
    return [f.code for f in process(file, keep=False).findings or ()]


def judged(found: list[tuple[Case, list[str]]]) -> Iterator[list[str]]:
    """A row a code: planted, found, raised where nothing of it was planted, recall, precision."""
    planted = Counter(case.code for case, _ in found if case.code)
    hit = Counter(case.code for case, codes in found if case.code in codes)
    raised = Counter(code for _, codes in found for code in codes)
    for code in sorted(planted | raised):
        right, all_raised = hit[code], raised[code]
        recall = f"{right / planted[code]:.2f}" if planted[code] else "-"
        precision = f"{right / all_raised:.2f}" if all_raised else "-"
        yield [str(code), str(planted[code]), str(right), str(all_raised - right), recall, precision]
    total, right = sum(planted.values()), sum(hit.values())
    yield ["all", str(total), str(right), str(sum(raised.values()) - right), f"{right / total:.2f}", f"{right / max(1, sum(raised.values())):.2f}"]  # fmt: skip


def main() -> None:
    """Print the table, with `--show` every case that came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true", help="the cases that the rules were not made with")
    parser.add_argument(
        "--show", action="store_true", help="every case that came out wrong, but of those held out"
    )
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = [(case, codes_found(case.parts, Path(folder))) for case in cases(held=wanted.held)]
    for case, codes in found:
        if wanted.show and not wanted.held and codes != ([case.code] if case.code else []):
            print(f"{case.code or 'trap'} -> {codes}\n   {case.parts}")
    show("Findings of one plan", ["code", "planted", "found", "false", "recall", "precision"], list(judged(found)))  # fmt: skip


if __name__ == "__main__":
    main()
