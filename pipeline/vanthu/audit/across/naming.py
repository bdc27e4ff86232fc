"""Duties and plans as the sentences of findings name them."""

from __future__ import annotations

from vanthu.audit.across.duty import Duty
from vanthu.audit.across.evidence import Same
from vanthu.audit.across.paper import Paper
from vanthu.audit.facts import show
from vanthu.document.content import Severity

_NAMED = 12  # words


def told(alike: Same) -> str:
    """*giống 93 %*."""
    return f"giống {alike.likeness:.0%}".replace("%", " %")


def work_of(alike: Same) -> str:
    """Whether the whole work is the same, or a part."""
    same = "cùng một phần việc" if alike.in_part else "cùng việc"
    return f"có thể {same}" if alike.perhaps else same


def weight_of(alike: Same) -> Severity:
    """How heavily two times of one work weigh: of what may be two works a person is only warned."""
    return Severity.WARNING if alike.perhaps else Severity.ERROR


def work(duty: Duty) -> str:
    """The first words of a duty, as a sentence names it."""
    words = duty.text.split()
    return f"“{' '.join(words[:_NAMED]).rstrip(',;:.')}{'…' if len(words) > _NAMED else ''}”"


def both(first: Duty, second: Duty, one: str, two: str) -> str:
    """What each of two duties has, and which plan says so."""
    if first.paper.key == second.paper.key:
        return f"{one} và {two}, đều theo {name(first)}"
    return f"{one} theo {name(first)}, {two} theo {name(second)}"


def also(first: Duty, second: Duty) -> str:
    """Where a duty stands too."""
    return "ở chỗ khác của chính văn bản này" if first.paper.key == second.paper.key else f"ở {name(first)}"


def name(duty: Duty) -> str:
    """Its plan as a sentence names it."""
    return paper_name(duty.paper)


def paper_name(paper: Paper) -> str:
    """*văn bản số 12/KH-UBND*, else the file's name."""
    return f"văn bản số {paper.number}" if paper.number else paper.name


def paper_day(paper: Paper) -> str:
    """Its day of issue."""
    return show(paper.issued_on) if paper.issued_on else "?"
