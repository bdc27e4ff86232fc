"""What looks like a contradiction and is none. Whatever an audit says of these is too much."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from registers import dates
from registers.contradictions import event, replace_place
from registers.desk import Desk
from registers.grammar import Duty, said, subjects
from registers.ordinary import retold, told
from registers.sheets import Cited, Item, Sheet

_AIMS = (("60", "80"), ("70", "95"), ("50", "100"))
_STAGES = (
    (" đợt 1", " đợt 2"), (" giai đoạn 1", " giai đoạn 2"), (" (bước khảo sát)", " (bước nghiệm thu)"),
    (" của quý II", " của quý III"), (" học kỳ I", " học kỳ II"), (" vòng sơ khảo", " vòng chung khảo"),
    (" ca sáng", " ca chiều"), (" cho lao động nữ", " cho lao động nam"), (" lớp 1", " lớp 2"), (" gói thầu số 1", " gói thầu số 2"),
)  # fmt: skip


def other_places(desk: Desk) -> None:
    first, second = desk.pair()
    places = first.issuer.places[2:]
    if len(places) < 2:
        return
    here, there = desk.rng.sample(places, 2)
    duty = desk.fresh(first, place=here)
    _apart(desk, (first, second), duty, replace(duty, place=there), "other places")


def _apart(desk: Desk, pair: tuple[Sheet, Sheet], duty: Duty, other: Duty, how: str) -> None:
    """One work with two dates, apart in its place or its part."""
    first, second = pair
    lead, day = desk.leads(first)[0], desk.day(first, second)
    one = desk.task(first, duty, desk.due(day), lead)
    later = dates.on_work_day(day + timedelta(days=desk.rng.randint(5, 20)))
    copied = Item(one.text, one.lead, duty=other, wording=one.wording)
    again = desk.add(second, retold(copied, desk.due(later), lead, desk.rng, desk.closeness()))
    desk.trap(how, (one, again), pair)


def aims(desk: Desk) -> None:
    first, second = desk.pair()
    low, high = (f" đạt tỷ lệ {a} %" for a in desk.rng.choice(_AIMS))
    duty = desk.fresh(first, part=low)
    _apart(desk, (first, second), duty, replace(duty, part=high), "aims")


def stages(desk: Desk) -> None:
    first, second = desk.pair()
    one, two = desk.rng.choice(_STAGES)
    duty = desk.fresh(first, part=one)
    _apart(desk, (first, second), duty, replace(duty, part=two), "stages, rounds")


def own_shares(desk: Desk) -> None:
    first, second = desk.pair()
    units = desk.rng.sample(first.issuer.units, 2)
    name, form = subjects()[first.subject].name, desk.rng.choice(desk.tongue.lines("shares"))
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
    if (again - day).days > 420 or again.year != second.year or not desk.keep(second, duty):
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
    work = one.text.rstrip(".")
    text = desk.rng.choice(desk.tongue.lines("quoted")).format(
        work=f"{work[0].lower()}{work[1:]}", code=first.code, day=dates.written(name.day), when=when.words
    )
    second.cited.append(replace(name, basis=False, before="giao tại "))
    desk.trap("quoted", (one, desk.add(second, Item(text, (lead,), when, "report"))), (first, second))


def two_kinds_of_units(desk: Desk) -> None:
    sheet = desk.reporting()
    day = desk.day(sheet)
    day_after = dates.on_work_day(day + timedelta(days=1))
    name, form = subjects()[sheet.subject].name, desk.tongue.wording["two_kinds"]
    items = [
        Item(form.format(who=who, name=name, when=when.words), (who,), when, "report")
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
    above = desk.task(upper, duty, desk.due(day), lower.issuer.called)
    own = replace_place(above, lower.issuer.places[0])
    sooner = desk.due(dates.on_work_day(day - timedelta(days=desk.rng.randint(12, 35))))
    below = retold(own, sooner, desk.unit(lower), desk.rng, desk.closeness())
    desk.trap("lower and earlier", (above, desk.add(lower, below)), (upper, lower))


def same_meeting(desk: Desk) -> None:
    """Named in two plans, word for word or otherwise."""
    first, second = desk.pair()
    lead, day = desk.unit(first), desk.free_day(second)
    told, when = desk.meeting(first), dates.event(day, "08:00")
    items = [
        desk.add(sheet, event(text, lead, when))
        for sheet, text in ((first, told[0]), (second, desk.rng.choice(told)))
    ]
    desk.trap("same meeting", items, (first, second))


def morning_and_afternoon(desk: Desk) -> None:
    first, second = desk.pair()
    lead, day = desk.unit(first), desk.free_day(second)
    items = [
        desk.add(s, event(desk.meeting(s)[0], lead, dates.event(day, clock)))
        for s, clock in ((first, "07:30"), (second, "14:00"))
    ]
    desk.trap("morning and afternoon", items, (first, second))


def two_communes(desk: Desk) -> None:
    """Units of one name meet at one hour, each at home."""
    first = desk.one()
    lead = desk.unit(first)
    others = [
        s
        for s in desk.sheets
        if s.year == first.year and s.issuer.level == first.issuer.level and s.issuer is not first.issuer
    ]
    others = [
        s for s in others if not s.issuer.office and s.role == "ordinary" and s.issued < date(s.year, 9, 1)
    ]
    if not others or lead not in (second := desk.rng.choice(others)).issuer.units:
        return
    day = desk.free_day(max(first, second, key=lambda s: s.issued))
    items = [desk.add(s, event(desk.meeting(s)[0], lead, dates.event(day, "09:30"))) for s in (first, second)]
    desk.trap("two communes", items, (first, second))


def beside_the_work(desk: Desk) -> None:
    """The report on a work, or what is made ready for it, with a date of its own."""
    first, second = desk.pair()
    duty, lead = desk.fresh(first), desk.unit(first)
    day = desk.day(first, second, least=30)
    one = desk.task(first, duty, desk.due(day), lead)
    if one.wording is None:
        return
    what = desk.rng.choice(("reported", "prepared"))
    away = desk.rng.randint(5, 12) * (1 if what == "reported" else -1)
    when = desk.due(dates.on_work_day(day + timedelta(days=away)))
    text = desk.rng.choice(desk.tongue.lines(what)).format(
        work=said(duty, one.wording, inside=True), when=when.words
    )
    item = Item(text, (lead,), when, "report" if what == "reported" else "action")
    desk.trap(f"work and what is {what}", (one, desk.add(second, item)), (first, second))


def other_people(desk: Desk) -> None:
    first, second = desk.pair()
    here, there = desk.rng.choice(desk.tongue.wording["groups"])
    duty = desk.fresh(first, part=here)
    _apart(desk, (first, second), duty, replace(duty, part=there), "other people")


def event_on_day_off(desk: Desk) -> None:
    sheet = desk.one()
    saturday = desk.free_day(sheet)
    while dates.working(saturday):
        saturday += timedelta(days=1)
    when = dates.event(saturday, "07:30")
    item = desk.add(sheet, event(desk.meeting(sheet)[0], f"Ban Tổ chức lễ hội số {len(desk.planted)}", when))
    desk.trap("event on a day off", (item,), (sheet,))


def extended(desk: Desk) -> None:
    first, second = desk.pair()
    duty, lead, day = desk.fresh(first), desk.leads(first)[0], desk.day(first, second)
    one = desk.task(first, duty, desk.due(day), lead)
    later = desk.due(dates.on_work_day(day + timedelta(days=desk.rng.randint(7, 15))))
    name = first.as_cited(short=True)
    where = f"tại Kế hoạch số {first.code} ngày {dates.written(name.day)}"
    work = told(duty, one.wording, dates.NO_TIME, lead).text.rstrip(".") if one.wording else ""
    form = desk.rng.choice(desk.tongue.lines("extended"))
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
    own = [s for s in own if not desk.together(upper, s)]
    if own:
        cited = upper.as_cited(short=True, basis=False, before="Sửa đổi, bổ sung một số nội dung của ")
        own[0].cited.append(replace(cited, edge="amends"))
        desk.trap("amended, not replaced", (), (upper, own[0]))


def usual_report(desk: Desk) -> None:
    sheet = desk.reporting()
    end = dates.quarter_end(sheet.issued + timedelta(days=95))
    when = desk.due(dates.work_day(desk.rng, end - timedelta(days=14), end - timedelta(days=6)))
    text = desk.rng.choice(desk.tongue.lines("usual_reports")).format(
        name=subjects()[sheet.subject].name,
        quarter=dates.quarter(end).words.removeprefix("trong "),
        when=when.words,
    )
    desk.trap(
        "usual report", (desk.add(sheet, Item(text, (desk.leads(sheet)[0],), when, "report")),), (sheet,)
    )


TRAPS: tuple[Callable[[Desk], None], ...] = (
    other_places, aims, stages, own_shares, every_year, quoted, two_kinds_of_units, lower_earlier, same_meeting,
    morning_and_afternoon, two_communes, beside_the_work, other_people, event_on_day_off, extended, not_registered, only_amended, usual_report,
)  # fmt: skip
