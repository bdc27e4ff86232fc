"""How far a plan is from the one expected: precise differences, and counts for each kind of thing.

Both plans have the shape of `plan.json`. `near` is the least likeness (0..1) at which two texts or names count as one;
1 asks for equal texts apart from case, punctuation and the place of tone marks. Numbers, dates and codes are
never forgiven.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vanthu.evaluation.likeness import alike, fold, pair
from vanthu.evaluation.tally import Comparison, Difference

Json = dict[str, Any]
_HEAD_WORDS = 12  # of a task's text; no less stands in an expected plan
_EXACT_FIELDS = ("type", "number", "symbol", "issued_on")
_TEXT_FIELDS = ("issuer", "place", "title", "archive")
_SIGNER_FIELDS = ("authority", "position", "office", "name")


def compare(expected: Json, found: Json, *, near: float = 1.0) -> Comparison:
    """Compare a plan with the expected one in every field of the contract, the notes of findings left out."""
    result = Comparison()
    _header(result, expected["document"], found["document"], near)
    for kind in ("recipients", "addressees"):
        _many(result, kind, "document", expected["document"].get(kind), found["document"].get(kind), near)
    for kind in ("legal_basis", "citations"):
        _keyed(
            result,
            kind,
            "document",
            [citation_key(c) for c in expected[kind]],
            [citation_key(c) for c in found[kind]],
        )
    _tasks(result, expected["tasks"], found["tasks"], near)
    _deadlines(
        result, "document_deadlines", "document", expected["document_deadlines"], found["document_deadlines"]
    )
    rows = [[f"{row['when']} {row['what']}" for row in plan["schedule"]] for plan in (expected, found)]
    _many(result, "schedule", "schedule", rows[0], rows[1], near, likeness=_same_day)
    codes = [[f["code"] for f in plan["findings"]] for plan in (expected, found)]
    _keyed(result, "findings", "document", codes[0], codes[1])
    return result


def _header(result: Comparison, expected: Json, found: Json, near: float) -> None:
    signers = (expected.get("signer") or {}, found.get("signer") or {})
    for name in _EXACT_FIELDS:
        _field(result, name, expected.get(name), found.get(name), 1.0)
    for name in _TEXT_FIELDS:
        _field(result, name, expected.get(name), found.get(name), near)
    for name in _SIGNER_FIELDS:
        _field(result, f"signer.{name}", signers[0].get(name), signers[1].get(name), near)


def _field(result: Comparison, name: str, expected: Any, found: Any, near: float) -> None:
    wanted = expected if isinstance(expected, list) else [expected]
    got = found[0] if isinstance(found, list) and found else found or None
    good = any(alike(w, got) >= near for w in wanted) if any(wanted) else not got
    result.add("header", hits=int(good and bool(got)), expected=int(any(wanted)), found=int(bool(got)))
    if not good:
        result.differences.append(Difference("header", name, str(wanted[0]), str(got)))


def _tasks(result: Comparison, expected: list[Json], found: list[Json], near: float) -> None:
    pairs = task_pairs(expected, found, near=near)
    result.add("tasks", hits=len(pairs), expected=len(expected), found=len(found))
    matched = ({e for e, _ in pairs}, {f for _, f in pairs})
    lost = (task for n, task in enumerate(expected) if n not in matched[0])
    made_up = (task for n, task in enumerate(found) if n not in matched[1])
    result.differences += [Difference("tasks", t["id"], t["text"][:60], "") for t in lost]
    result.differences += [Difference("tasks", t["id"], "", t["text"][:60]) for t in made_up]
    ids = {found[f]["id"]: expected[e]["id"] for e, f in pairs}
    for e, f in sorted(pairs):
        _task(result, expected[e], found[f], ids, near)


def task_pairs(expected: list[Json], found: list[Json], *, near: float) -> list[tuple[int, int]]:
    """Places of tasks that are one by the first words of their texts."""
    heads = [[_head(task) for task in tasks] for tasks in (expected, found)]
    return pair(heads[0], heads[1], alike, min(near, 0.9))


def _task(result: Comparison, expected: Json, found: Json, ids: dict[str, str], near: float) -> None:
    where = expected["id"]
    for kind in ("lead", "coordinate"):
        _many(result, kind, where, expected[kind], [_name(unit) for unit in found[kind]], near)
    _one(result, "task_id", where, where, found["id"])
    _one(result, "task_kind", where, expected["kind"], found["kind"])
    _one(result, "parent", where, expected["parent"], ids.get(found["parent"], found["parent"]))
    _deadlines(result, "deadlines", where, expected["deadlines"], found["deadlines"])


def _deadlines(result: Comparison, kind: str, where: str, expected: list[Json], found: list[Json]) -> None:
    _keyed(result, kind, where, [deadline_key(d) for d in expected], [deadline_key(d) for d in found])
    by_key = {deadline_key(d): d["raw"] for d in found}
    for deadline in expected:
        raw = by_key.get(deadline_key(deadline))
        if raw is not None:
            same = fold(raw) == fold(deadline["raw"])
            _one(result, "deadline_raw", where, deadline["raw"], deadline["raw"] if same else raw)


def deadline_key(deadline: Json) -> str:
    """Everything that a deadline says but its wording, and but the first day of a rhythm, which reference plans need not name."""
    names = (
        "kind",
        "date",
        "time",
        "qualifier",
        "start",
        "end",
        "times",
        "until",
        "duration",
        "working_days",
    )
    if deadline.get("kind") == "recurring":
        deadline = {**deadline, "start": None}
    parts = [f"{name}={deadline[name]}" for name in names if deadline.get(name) is not None]
    rule = ";".join(sorted((deadline.get("rrule") or "").split(";")))
    return " ".join([*parts, f"rrule={rule}"] if rule else parts)


def citation_key(citation: Json) -> str:
    """What tells a document from others: number or name, and date."""
    number = "".join((citation.get("number") or "").casefold().split())
    return f"{number or _named(citation)} {citation.get('issued_on')}"


def _named(citation: Json) -> str:
    """The name of an act without number, in lower case with single blanks."""
    return " ".join((citation.get("title") or citation["type"]).casefold().split())


def _one(result: Comparison, kind: str, where: str, expected: str | None, found: str | None) -> None:
    result.add(kind, hits=int(expected == found), expected=1, found=1)
    if expected != found:
        result.differences.append(Difference(kind, where, str(expected), str(found)))


def _many(  # noqa: PLR0913  # a comparison has two sides, a place and a measure
    result: Comparison,
    kind: str,
    where: str,
    expected: Any,
    found: Any,
    near: float,
    *,
    likeness: Callable[[str, str], float] = alike,
) -> None:
    wanted, got = list(expected or ()), list(found or ())
    pairs = pair(wanted, got, likeness, near)
    matched = ({e for e, _ in pairs}, {f for _, f in pairs})
    missing = [w for n, w in enumerate(wanted) if n not in matched[0]]
    extra = [g for n, g in enumerate(got) if n not in matched[1]]
    result.add(kind, hits=len(pairs), expected=len(wanted), found=len(got))
    result.differ(kind, where, missing, extra)


def _same_day(expected: str, found: str) -> float:
    """Likeness of two rows of a schedule; days are never forgiven."""
    return alike(expected, found) if expected.split(" ", 1)[0] == found.split(" ", 1)[0] else 0.0


def _keyed(result: Comparison, kind: str, where: str, expected: list[str], found: list[str]) -> None:
    missing, extra = list(expected), []
    for key in found:
        if key in missing:
            missing.remove(key)
        else:
            extra.append(key)
    result.add(kind, hits=len(expected) - len(missing), expected=len(expected), found=len(found))
    result.differ(kind, where, missing, extra)


def _head(task: Json) -> str:
    return " ".join(fold(task["text"]).split()[:_HEAD_WORDS])


def _name(unit: Any) -> str:
    return str(unit["name"] if isinstance(unit, dict) else unit)
