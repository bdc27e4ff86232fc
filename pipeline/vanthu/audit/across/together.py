"""From pairs of duties to findings, a plan that repeats another one among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from vanthu.audit.across.compare import Found, Spot, changes, compare, in_order
from vanthu.audit.across.duty import Duty
from vanthu.audit.across.naming import name, paper_name
from vanthu.audit.facts import opened
from vanthu.document.content import Severity

_Pair = tuple[str, str]


def judged(pairs: Iterable[tuple[Duty, Duty]], size: Callable[[str], int]) -> Iterator[Found]:
    """What pairs of duties of different plans give; `size` is how many duties a plan has, by its key.

    A duty that has the date which a later letter gave to an earlier plan's contradicts that plan no more.
    """
    repeated: dict[_Pair, dict[str, tuple[Duty, Duty]]] = defaultdict(dict)
    duplicates: dict[_Pair, list[Found]] = defaultdict(list)
    conflicts: list[tuple[Duty, Duty, Found]] = []
    as_changed: dict[str, date] = {}
    for pair in pairs:
        first, second = in_order(*pair)
        compared = compare(first, second)
        plans = first.paper.key, second.paper.key
        if compared.repeated and plans[0] != plans[1]:
            repeated[plans].setdefault(second.where, (first, second))
            if changes(first) and first.paper.issued_on:
                as_changed[second.place] = first.paper.issued_on
        if compared.found and compared.found.code == "duplicate-task" and plans[0] != plans[1]:
            duplicates[plans].append(compared.found)
        elif compared.found and compared.found.code == "deadline-conflict":
            conflicts.append((first, second, compared.found))
        elif compared.found:
            yield compared.found
    yield from (found for first, second, found in conflicts if not _is_explained(first, second, as_changed))
    for plans, same in repeated.items():
        found = _plan_repeats(same, size(plans[1]))
        yield from [found] if found else duplicates[plans]


def _is_explained(first: Duty, second: Duty, as_changed: Mapping[str, date]) -> bool:
    changed, issued = as_changed.get(second.place), first.paper.issued_on
    return changed is not None and issued is not None and issued <= changed


def _plan_repeats(same: dict[str, tuple[Duty, Duty]], tasks: int) -> Found | None:
    first, second = next(iter(same.values()))
    limits = first.reader.limits
    if tasks < limits.repeats_tasks or len(same) < limits.repeats * tasks:
        return None
    one, two = first.paper, second.paper
    return Found(
        "plan-repeats",
        Severity.WARNING,
        f"{opened(paper_name(two))} lặp lại {name(first)}: {len(same)} trong {tasks} nhiệm vụ giống nhau, cùng đơn "
        "vị, cùng hạn; đề nghị kiểm tra có ban hành trùng không.",
        (Spot(one.key, "document", None, one.title), Spot(two.key, "document", None, two.title)),
        len(same) / tasks,
    )
