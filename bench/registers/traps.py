"""What looks like a contradiction and is none. Whatever an audit says of these is too much."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from registers import dates
from registers.contradictions import meeting, replace_place
from registers.country import COMMUNES
from registers.desk import Desk
from registers.grammar import Duty, grammar
from registers.ordinary import retold, told
from registers.sheets import Cited, Item, Sheet

_AIMS = (("60", "80"), ("70", "95"), ("50", "100"))
_STAGES = ((" đợt 1", " đợt 2"), (" giai đoạn 1", " giai đoạn 2"), (" (bước khảo sát)", " (bước nghiệm thu)"))
_SHARES = (
    "Rà soát, tự kiểm tra công tác {} tại cơ quan, đơn vị mình, hoàn thành {}.",
    "Phân công một lãnh đạo đơn vị mình theo dõi công tác {}; xong {}.",
    "Phát động thi đua về {} trong nội bộ đơn vị {}.",
)


def other_places(desk: Desk) -> None:
    first, second = desk.pair()
    places = [p for p in first.issuer.places if p.startswith("thôn")]
    if len(places) < 2:
        return
    here, there = desk.rng.sample(places, 2)
    _apart(desk, first, second, desk.fresh(first, place=here), there=there)


def _apart(desk: Desk, first: Sheet, second: Sheet, duty: Duty, *, there: str = "", part: str = "") -> None:
    """One work with two dates, apart in its place or its part."""
    lead, day = desk.leads(first)[0], desk.day(first, second)
    one = desk.task(first, duty, desk.due(day), lead)
    later = dates.on_work_day(day + timedelta(days=desk.rng.randint(5, 20)))
    other = replace(duty, place=there or duty.place, part=part)
    copied = Item(one.text, one.lead, duty=other, wording=one.wording)
    again = desk.add(second, retold(copied, desk.due(later), lead, desk.rng, desk.closeness()))
    desk.trap("other places" if there else "aims, stages", (one, again), (first, second))


def aims(desk: Desk) -> None:
    first, second = desk.pair()
    low, high = (f" đạt tỷ lệ {a} %" for a in desk.rng.choice(_AIMS))
    _apart(desk, first, second, desk.fresh(first, part=low), part=high)


def stages(desk: Desk) -> None:
    first, second = desk.pair()
    one, two = desk.rng.choice(_STAGES)
    _apart(desk, first, second, desk.fresh(first, part=one), part=two)


def own_shares(desk: Desk) -> None:
    first, second = desk.pair()
    units = desk.rng.sample(first.issuer.units, 2)
    name, form = grammar().subjects[first.subject].name, desk.rng.choice(_SHARES)
    whens = [desk.due(desk.day(first, second)) for _ in units]
    items = [
        desk.add(s, Item(form.format(name, w.words), (u,), w))
        for s, u, w in zip((first, second), units, whens, strict=True)
    ]
    desk.trap("each its own share", items, (first, second))


def every_year(desk: Desk) -> None:
    first = desk.one()
    later = [s for s in desk.years.get((first.issuer, first.year + 1), []) if s.subject == first.subject]
    if not later or first.year == 2026:
        return
    second, duty, lead = later[0], desk.fresh(first), desk.leads(first)[0]
    day = desk.day(first, least=30)
    again = dates.on_work_day(
        max(day + timedelta(days=desk.rng.randint(335, 385)), second.issued + timedelta(days=5))
    )
    if (again - day).days > 420 or again.year != second.year:
        return
    one = desk.task(first, duty, desk.due(day), lead)
    other = retold(one, desk.due(again), lead, desk.rng, desk.closeness())
    desk.trap("same duty every year", (one, desk.add(second, other)), (first, second))


def quoted(desk: Desk) -> None:
    """A later plan quotes what an older one ordered, and sets the next step."""
    first, second = desk.pair()
    duty, lead = desk.fresh(first), desk.leads(first)[0]
    day = desk.day(first, second)
    one = desk.task(first, duty, desk.due(day), lead)
    when = desk.due(dates.on_work_day(day + timedelta(days=desk.rng.randint(10, 20))))
    name = first.as_cited(short=True)
    said = one.text.rstrip(".")
    text = f"Đánh giá kết quả thực hiện nhiệm vụ “{said[0].lower()}{said[1:]}” giao tại Kế hoạch số {first.code} ngày {dates.written(name.day)}, báo cáo {when.words}."
    second.cited.append(replace(name, basis=False, before="giao tại "))
    desk.trap("quoted", (one, desk.add(second, Item(text, (lead,), when, "report"))), (first, second))


def two_kinds_of_units(desk: Desk) -> None:
    sheet = desk.reporting()
    day = desk.day(sheet)
    day_after = dates.on_work_day(day + timedelta(days=1))
    name = grammar().subjects[sheet.subject].name
    items = [
        Item(f"{who} gửi báo cáo sơ kết công tác {name} {when.words}.", (who,), when, "report")
        for who, when in (
            ("Các tổ chức đoàn thể", desk.due(day)),
            ("Các phòng chuyên môn", desk.due(day_after)),
        )
    ]
    desk.trap("14/11 and 15/11", [desk.add(sheet, i) for i in items], (sheet,))


def lower_earlier(desk: Desk) -> None:
    upper, lower = desk.lower()
    duty = desk.fresh(lower, place=upper.issuer.places[0])
    day = dates.work_day(desk.rng, lower.issued + timedelta(days=50), date(lower.year, 12, 10))
    above = desk.task(upper, duty, desk.due(day), lower.issuer.office or COMMUNES)
    own = replace_place(above, lower.issuer.places[0])
    sooner = desk.due(dates.on_work_day(day - timedelta(days=desk.rng.randint(12, 35))))
    below = retold(own, sooner, desk.leads(lower)[0], desk.rng, desk.closeness())
    desk.trap("lower and earlier", (above, desk.add(lower, below)), (upper, lower))


def same_meeting(desk: Desk) -> None:
    first, second = desk.pair()
    lead, day = desk.leads(first)[0], desk.free_day(second)
    one = desk.add(first, meeting(desk, lead, dates.event(day, "08:00")))
    desk.trap("same meeting", (one, desk.add(second, Item(one.text, (lead,), one.when))), (first, second))


def morning_and_afternoon(desk: Desk) -> None:
    first, second = desk.pair()
    lead, day = desk.leads(first)[0], desk.free_day(second)
    items = [
        desk.add(s, meeting(desk, lead, dates.event(day, clock)))
        for s, clock in ((first, "07:30"), (second, "14:00"))
    ]
    desk.trap("morning and afternoon", items, (first, second))


def event_on_day_off(desk: Desk) -> None:
    sheet = desk.one()
    saturday = desk.free_day(sheet)
    while dates.working(saturday):
        saturday += timedelta(days=1)
    when = dates.event(saturday, "07:30")
    item = desk.add(sheet, meeting(desk, f"Ban Tổ chức lễ hội số {len(desk.planted)}", when))
    desk.trap("event on a day off", (item,), (sheet,))


def extended(desk: Desk) -> None:
    first, second = desk.pair()
    duty, lead, day = desk.fresh(first), desk.leads(first)[0], desk.day(first, second)
    one = desk.task(first, duty, desk.due(day), lead)
    later = desk.due(dates.on_work_day(day + timedelta(days=desk.rng.randint(7, 15))))
    name = first.as_cited(short=True)
    where = f"tại Kế hoạch số {first.code} ngày {dates.written(name.day)}"
    work = told(duty, one.wording, dates.NO_TIME, lead).text.rstrip(".") if one.wording else ""
    form = desk.rng.choice(
        (
            "Gia hạn thời gian hoàn thành nhiệm vụ “{work}” {where} {when}.",
            "Điều chỉnh thời gian thực hiện nhiệm vụ {work} {where} thành {when}.",
            "{work}; thời hạn giao {where} được gia hạn, phải xong {when}.",
        )
    )
    if not form.startswith("{work}"):
        work = work[0].lower() + work[1:]
    item = Item(form.format(work=work, where=where, when=later.words), (lead,), later)
    second.cited.append(replace(name, basis=False, before="nhiệm vụ giao tại "))
    desk.trap("extended", (one, desk.add(second, item)), (first, second))


def not_registered(desk: Desk) -> None:
    """Cited plans of bodies, or of years, of which nothing is registered."""
    sheet = desk.one()
    number, day = desk.rng.randint(10, 400), dates.on_work_day(sheet.issued - timedelta(days=30))
    if desk.rng.random() < 0.5:
        cited = Cited("Kế hoạch", f"{number}/KH-BCĐ", day, "Ban Chỉ đạo Trung ương về nông thôn mới")
    else:
        cited = Cited(
            "Kế hoạch", f"{number}/{sheet.issuer.symbol}", day.replace(year=2019, day=8), sheet.issuer.name
        )
    sheet.cited.append(cited)
    desk.trap("not registered", (), (sheet,))


def only_amended(desk: Desk) -> None:
    """A plan amends another that a third rests on."""
    upper, _lower = desk.lower()
    own = [
        s
        for s in desk.years.get((upper.issuer, upper.year), [])
        if s.issued > upper.issued and s.role == "ordinary"
    ]
    if own:
        cited = upper.as_cited(short=True, basis=False, before="Sửa đổi, bổ sung một số nội dung của ")
        own[0].cited.append(replace(cited, edge="amends"))
        desk.trap("amended, not replaced", (), (upper, own[0]))


def usual_report(desk: Desk) -> None:
    sheet = desk.reporting()
    end = dates.quarter_end(sheet.issued + timedelta(days=95))
    when = desk.due(dates.work_day(desk.rng, end - timedelta(days=14), end - timedelta(days=6)))
    name = grammar().subjects[sheet.subject].name
    text = f"Báo cáo kết quả công tác {name} {dates.quarter(end).words.removeprefix('trong ')} {when.words}."
    desk.trap(
        "usual report", (desk.add(sheet, Item(text, (desk.leads(sheet)[0],), when, "report")),), (sheet,)
    )


TRAPS: tuple[Callable[[Desk], None], ...] = (
    other_places, aims, stages, own_shares, every_year, quoted, two_kinds_of_units, lower_earlier, same_meeting,
    morning_and_afternoon, event_on_day_off, extended, not_registered, only_amended, usual_report,
)  # fmt: skip
