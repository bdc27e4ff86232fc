"""What the sentence around says about phrases of time: facts of the past drop out, halves of one deadline join."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import regex

from vanthu.document.content import Deadline, DeadlineKind, Qualifier
from vanthu.document.geometry import Span
from vanthu.rulebook import RuleSet
from vanthu.times.clock import clock
from vanthu.times.context import Period, TimeContext
from vanthu.times.reading import Phrase
from vanthu.understanding.deadlines.found import NEAR, Found, gap, same_sentence
from vanthu.understanding.deadlines.unread import half_read
from vanthu.understanding.deadlines.yearly import every_year

_LONG_AGO = timedelta(days=400)  # a limit this far before the issue is a fact, not a slip of the drafter
_BARE_DAY = "deadline.due.bare"  # no word binds it: on the day of issue it tells a meeting just held
_TOLD = (_BARE_DAY, "deadline.due.meeting")  # on the day of issue these tell what has just been held
_CELL = "deadline.cell"  # what its rules read is the time of a row, even one that is over
_LATELY = timedelta(days=31)
_TOUCHING = 3
_FAR = 300  # no sentence is looked at further than this
_DAY_ALONE = "bare_day"  # what resolves a day without month
_NUMBER = regex.compile(r"\d{1,2}")
_SENTENCE_END = regex.compile(r"[.!?](?=\s)|[;\n]")


@dataclass(frozen=True)
class Links:
    """What the words between two phrases of time, and around one, make of them: rules of label TIME_LINK by their value."""

    by_value: Mapping[str, RuleSet]

    def join(self, *values: str, text: str, one: Span, other: Span) -> bool:
        """Whether the words between two phrases, in their order, are those of one of these links and nothing else."""
        between = text[one.end : other.start]
        return bool(between) and any(self.by_value[v].whole(between) for v in values)

    def same_day(self, words: str) -> bool:
        """Whether words take up the day named before."""
        return self.by_value["same_day"].first(words) is not None

    def finishes(self, words: str) -> bool:
        """Whether a sentence says that something is to be finished or reached."""
        return self.by_value["finishes"].first(words) is not None

    def opens_round(self, opener: str, words: str) -> bool:
        """Whether an item speaks of the report of a half-year or year under words that give it again and again."""
        item, above = self.by_value["report_of_period"], self.by_value["repeats"]
        return item.first(words) is not None and above.first(opener) is not None

    def opens(self, words: str) -> bool:
        """Whether the words before a phrase end with time that the phrase did not take up (*từ 29 Tết*, *trước hoặc*)."""
        return self.by_value["opens"].first(words) is not None

    def goes_on(self, words: str) -> bool:
        """Whether the words after a phrase begin with time that the phrase did not take up (*trước 23 giờ*)."""
        return self.by_value["goes_on"].first(words) is not None

    def closes(self, text: str, span: Span) -> bool:
        """Whether a phrase says when work is to be finished (*xong trong tháng 01*)."""
        return self.by_value["closes"].first(text[max(0, span.start - NEAR) : span.end]) is not None


def settle(
    text: str, found: Sequence[Found], context: TimeContext, past: RuleSet, links: Links
) -> Sequence[Found]:
    """The deadlines that stand after the sentence was read as a whole."""
    if not found:
        return ()
    kept = [f for f in found if not _is_past(f, context.issued_on, text, past, links)]
    kept = list(every_year(_limited(kept, text, links), text))
    kept = [f for f in kept if not _said_by_another(f, kept, text, links)]
    seen = [f.span for f in found]
    return half_read(text, _joined(kept, text), seen, links.opens, links.goes_on)


def _limited(found: Sequence[Found], text: str, links: Links) -> Sequence[Found]:
    """*chậm nhất ngày 31/5 (đợt I) và ngày 15/11 (đợt II)*: a bare day listed after a limit is a limit, too."""
    result: list[Found] = []
    for one in found:
        last = result[-1] if result else None
        told = last.deadline.qualifier if last else None
        if (
            last
            and one.rule.id == _BARE_DAY
            and told in (Qualifier.BEFORE, Qualifier.BY)
            and links.join("and", "comma", text=text, one=last.span, other=one.span)
        ):
            one = one._replace(deadline=one.deadline.model_copy(update={"qualifier": told}))  # noqa: PLW2901 - the same, bound
        result.append(one)
    return result


def sentence(text: str, span: Span) -> str:
    """The sentence or clause between full stops, semicolons and line ends that a span lies in; dots of dates end none."""
    start = max(
        (m.end() for m in _SENTENCE_END.finditer(text, max(0, span.start - _FAR), span.start)), default=None
    )
    end = _SENTENCE_END.search(text, span.end, span.end + _FAR)
    return text[
        max(0, span.start - _FAR) if start is None else start : end.start() if end else span.end + _FAR
    ]


def sentence_context(
    text: str, span: Span, before: Sequence[Found], context: TimeContext, links: Links
) -> TimeContext:
    """The context of a phrase: a window with its own year in the same sentence narrows it (*Trong năm 2025, ... trước 15/12*)."""
    if before and before[-1].deadline.date and links.same_day(text[span.start : span.end]):
        return replace(context, issued_on=date.fromisoformat(before[-1].deadline.date))
    for found in reversed(before):
        period = _own_period(found.deadline)
        if period and same_sentence(found.span, span, text):
            return context.within(period)
    return context


def of_that_day(one: Deadline, before: Sequence[Found]) -> Deadline | None:
    """*giao ban vào thứ Sáu hằng tuần; báo cáo trước 10 giờ cùng ngày* comes as often as the day; `None` where no day was named before."""
    told = before[-1].deadline if before else None
    if told is None or (told.date or told.rrule) is None:
        return None
    if told.rrule is None:
        return one
    return told.model_copy(update={"raw": one.raw, "time": one.time})


def of_those_months(phrase: Phrase, span: Span, before: Sequence[Found], text: str) -> tuple[Deadline, ...]:
    """*Ngày 22 hằng tháng các xã báo cáo; phòng tổng hợp trước ngày 25*: a day without month beside a monthly one comes every month."""
    last = before[-1] if before and phrase.rule.resolve == _DAY_ALONE else None
    day = _NUMBER.search(phrase.groups["at"]) if last else None
    if last is None or day is None or text[last.span.end : span.start].count("\n"):
        return ()
    if not (last.deadline.rrule or "").startswith("FREQ=MONTHLY;BYMONTHDAY="):
        return ()
    rule = f"FREQ=MONTHLY;BYMONTHDAY={int(day[0])}"
    return (phrase.deadline(DeadlineKind.RECURRING, rrule=rule, time=clock(phrase.groups.get("clock"))),)


def _own_period(deadline: Deadline) -> Period | None:
    """The days of a closed window that supposed nothing."""
    if (
        deadline.kind is not DeadlineKind.WINDOW
        or deadline.assumptions
        or not (deadline.start and deadline.end)
    ):
        return None
    return Period(date.fromisoformat(deadline.start[:10]), date.fromisoformat(deadline.end[:10]))


def _joined(found: Sequence[Found], text: str) -> Sequence[Found]:
    """A rhythm right before a window lasts as long as the window: one recurring deadline of both. A window without an end stays a time of
    its own (*05 lần/tháng từ tháng 4*): the shape of a rhythm holds its last day, not its first, and the calendar needs both. A yearly
    rhythm needs no more than the year it begins with.
    """
    result: list[Found] = []
    for one in found:
        last = result[-1] if result else None
        if last and gap(last.span, one.span) <= _TOUCHING and _lasts(last.deadline, one):
            span = Span(last.span.start, one.span.end)
            until = one.deadline.end and one.deadline.end[:10]
            joined = last.deadline.model_copy(update={"raw": text[span.start : span.end], "until": until})
            result[-1] = Found(joined, span, last.rule)
        else:
            result.append(one)
    return result


def _lasts(rhythm: Deadline, window: Found) -> bool:
    """Whether a window says how long a rhythm lasts, or from which year on it comes."""
    if rhythm.kind is not DeadlineKind.RECURRING or rhythm.until is not None:
        return False
    if window.deadline.kind is not DeadlineKind.WINDOW:
        return False
    if (rhythm.rrule or "").startswith("FREQ=YEARLY"):
        return window.deadline.end is None or _length(window.deadline) > _LONG_AGO
    return window.deadline.end is not None


def _length(window: Deadline) -> timedelta:
    """From the first to the last day of a closed window; none where one is unknown."""
    if not (window.start and window.end):
        return timedelta()
    return date.fromisoformat(window.end[:10]) - date.fromisoformat(window.start[:10])


def _is_past(found: Found, issued: date | None, text: str, past: RuleSet, links: Links) -> bool:
    deadline = found.deadline
    last = deadline.end if deadline.kind is DeadlineKind.WINDOW else deadline.date
    if deadline.kind is DeadlineKind.WINDOW and last is None:
        return bool(
            issued and deadline.start and _long_begun(date.fromisoformat(deadline.start[:10]), issued)
        )
    if last is None or issued is None:
        return False
    day = date.fromisoformat(last[:10])
    over = day < issued or (day == issued and found.rule.id in _TOLD)
    return over and _is_fact(found, day, issued, text, past, links)


def _is_fact(found: Found, day: date, issued: date, text: str, past: RuleSet, links: Links) -> bool:
    """Whether a time that was over when the paper was issued tells what has been, and is no limit that came too late."""
    said = sentence(text, found.span)
    long_gone = min(day, _first_day(found.deadline) or day) < issued - _LONG_AGO or _gone_years(
        found.deadline, issued
    )
    if long_gone or past.first(said) is not None:
        return True
    if _is_cut_off(found):
        return not links.finishes(said)
    return _is_mention(found) and not links.closes(text, found.span)


def _first_day(deadline: Deadline) -> date | None:
    return date.fromisoformat(deadline.start[:10]) if deadline.start else None


def _is_cut_off(found: Found) -> bool:
    """*danh sách nợ thuế đến ngày 31/12*, a day before the issue: until when figures are counted, where nothing is to be finished."""
    by = found.deadline.qualifier is Qualifier.BY
    return by and found.deadline.raw.casefold().startswith(("đến", "tới"))


def _gone_years(deadline: Deadline, issued: date) -> bool:
    """Whole years that were over before the issue: what is looked into, not when."""
    start, end = deadline.start or "", deadline.end or ""
    return start.endswith("-01-01") and end.endswith("-12-31") and end < f"{issued.year}"


def _long_begun(start: date, issued: date) -> bool:
    """An open window that began long before the issue is a fact; one from the beginning of the year is not."""
    return start < issued - _LATELY and start != date(issued.year, 1, 1)


def _is_mention(found: Found) -> bool:
    """A day or period before the issue that no word of limit binds is a fact; a cell of a column of time binds."""
    deadline = found.deadline
    if found.rule.id.startswith(_CELL):
        return False
    if deadline.kind is DeadlineKind.DUE:
        return deadline.qualifier in (Qualifier.ON, Qualifier.DURING)
    return found.rule.resolve != "window"


def _said_by_another(found: Found, all_found: Sequence[Found], text: str, links: Links) -> bool:
    others = [o for o in all_found if o is not found and same_sentence(found.span, o.span, text)]
    if found.deadline.kind is DeadlineKind.RELATIVE and any(_glossed(o, found, text, links) for o in others):
        return True
    beside = found.rule.attributes.get("beside")
    if beside and any(_stands_for(o, found, beside) for o in others):
        return True
    if found.deadline.kind is DeadlineKind.ONGOING:
        return any(_takes_in(o, found, text, links) for o in others)
    return found.deadline.kind is DeadlineKind.RECURRING and any(
        _details(o.deadline, found.deadline) for o in others
    )


def _stands_for(other: Found, found: Found, beside: str) -> bool:
    """Whether a time makes needless one that only counts alone: near it or, for some, anywhere in its sentence."""
    is_near = beside == "sentence" or gap(found.span, other.span) <= NEAR
    return is_near and other.deadline.kind is not DeadlineKind.ONGOING


def _takes_in(other: Found, ongoing: Found, text: str, links: Links) -> bool:
    """*thường xuyên* beside a window belongs to it, and right before a rhythm (*thường xuyên hằng tháng*) to that."""
    if other.deadline.kind is DeadlineKind.RECURRING:
        return 0 <= other.span.start - ongoing.span.end <= 1
    return (
        other.deadline.kind is DeadlineKind.WINDOW
        and gap(ongoing.span, other.span) <= NEAR
        and not links.join("and", text=text, one=other.span, other=ongoing.span)
        and not links.join("peak", text=text, one=ongoing.span, other=other.span)
    )


def _glossed(told: Found, gloss: Found, text: str, links: Links) -> bool:
    """*Nộp trước ngày 06/5/2024 (trước lễ khánh thành 20 ngày)*: why it is that day; *trong 15 ngày (từ ...)*: how long that is."""
    if told.deadline.kind is DeadlineKind.WINDOW and gloss.deadline.anchor is None:
        return links.join("gloss", "comma", text=text, one=gloss.span, other=told.span)
    return told.deadline.date is not None and links.join("gloss", text=text, one=told.span, other=gloss.span)


def _details(fine: Deadline, coarse: Deadline) -> bool:
    """Whether `fine` says the day of the rhythm that `coarse` only names (*Định kỳ hàng tháng ... trước ngày 30 của tháng*)."""
    if fine.kind is not DeadlineKind.RECURRING or not fine.rrule or not coarse.rrule or "BY" in coarse.rrule:
        return False
    if coarse.time or coarse.until or coarse.times or "BY" not in fine.rrule:
        return False
    if coarse.rrule == "FREQ=MONTHLY;INTERVAL=3":
        return "BYMONTH=3,6,9,12" in fine.rrule or "BYMONTH=1,4,7,10" in fine.rrule
    if coarse.rrule == "FREQ=MONTHLY;INTERVAL=6":
        return fine.rrule.startswith("FREQ=YEARLY;BYMONTH=")
    return fine.rrule.split(";")[0] == coarse.rrule
