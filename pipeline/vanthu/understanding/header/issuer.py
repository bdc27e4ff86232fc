"""Who issued the document: from the letterhead, or from what else the document says where the letterhead is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from vanthu.document.evidence import Sourced
from vanthu.document.geometry import Span
from vanthu.document.layout import BlockKind
from vanthu.orthography import fold, strip_accents
from vanthu.understanding.header.head import Head
from vanthu.understanding.header.naming import readable
from vanthu.understanding.header.rules import HeaderRules
from vanthu.understanding.header.view import Line, View

INFERRED = 0.6
_FEWEST = 2  # words; one alone (*Sở*, *Ban*) may begin another name
_PLACE = 2  # words of a place that might begin a body (*Hội Sơn*)
PREAMBLE = 6000  # characters; the sentence that says who makes the document stands in the first page or two


@dataclass(frozen=True)
class Clues:
    """What else tells the issuer."""

    symbol: str | None
    authority: str | None
    place: str | None
    office: str | None = None  # the signer's second office, which names a level


def issuer_of(
    view: View, head: Head, *, before: int, clues: Clues, rules: HeaderRules
) -> tuple[Sourced[str], Sourced[str]]:
    """The issuing body and its superior. `before`: the letterhead's names end there."""
    parts = (part for x in head.lines if x.span.start < before for part in _parts(x, rules))
    lines = [x for x in parts if _may_name(x, rules)]
    bodies = _bodies(lines, clues.place, rules)
    if not bodies:
        return _inferred(view, clues, rules), Sourced[str]()
    issuer = _sourced(view, bodies[-1], clues, rules)
    above = [x for body in bodies[:-1] for x in body]
    superior = _sourced(view, above, clues, rules, placed=False) if above else Sourced[str]()
    return _of_its_body(issuer, superior, rules), superior


def _of_its_body(issuer: Sourced[str], superior: Sourced[str], rules: HeaderRules) -> Sourced[str]:
    """A part that every body of its kind has bears the name of the body above it: *Ban Thường trực Ủy ban MTTQ Việt Nam xã ...*."""
    if not (issuer.value and superior.value):
        return issuer
    shared = _shared(issuer.value, superior.value)
    if shared or rules.whole("unit_part", issuer.value):
        whole = " ".join([issuer.value, *superior.value.split()[shared:]])
    elif (of_level := _of_level(issuer.value, superior.value, rules)) is not None:
        whole = of_level
    else:
        return issuer
    return issuer.model_copy(update={"value": whole, "candidates": (*issuer.candidates, issuer.value)})


def _of_level(name: str, above: str, rules: HeaderRules) -> str | None:
    """*Ban Thường vụ huyện An Bình* under *Hội Nông dân tỉnh ...* is that of the union at its own level."""
    levels = [rules.first("level_word", text) for text in (name, above)]
    if levels[0] is None or levels[1] is None:
        return None
    part, union = name[: levels[0].span.start].strip(), above[: levels[1].span.start].strip()
    named = rules.whole("committee", part) and rules.start("union", union)
    return f"{part} {union} {name[levels[0].span.start :]}" if named else None


def _shared(name: str, above: str) -> int:
    """How many words at the end of a name begin the name of the body above: *Thường trực Hội đồng* under *Hội đồng nhân dân xã*."""
    words, others = fold(name).split(), fold(above).split()
    most = min(len(words) - 1, len(others) - 1)
    return next((n for n in range(most, _FEWEST - 1, -1) if words[-n:] == others[:n]), 0)


def _parts(line: Line, rules: HeaderRules) -> Iterator[Line]:
    """A line's bodies, where the superior got onto one line with the issuer."""
    cuts = [m.span.start for m in rules.find("unit_inner", line.text)]
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        text = line.text[start:end]
        if text.strip():
            begin = line.span.start + start
            yield Line(Span(begin, begin + len(text.rstrip())), line.kind, text.rstrip())


def _may_name(line: Line, rules: HeaderRules) -> bool:
    letters = [c for c in line.text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if len(letters) < 2 or rules.opens(line.text, "urgency", "stamp", "title_ends"):
        return False
    return capitals >= 0.7 * len(letters) or (
        line.kind in (BlockKind.ISSUER, BlockKind.BODY)
        and rules.opens(line.text, "issuer_word")
        and regex.search(r"[.;:,]\s*$", line.text) is None
        and len(line.text) < 90
    )


def _begins_body(text: str, rules: HeaderRules) -> bool:
    if rules.opens(text, "unit_head", "issuer_word"):
        return True
    return text.isupper() and rules.opens(strip_accents(text), "unit_head_bare")


def _names_place(text: str, place: str | None, rules: HeaderRules) -> bool:
    """*XÃ ĐOÀN KẾT*, and *Đoàn Kết* is where the paper was issued: a level and its place, no body (*Xã đoàn*)."""
    level = rules.start("level_word", text)
    return level is not None and place is not None and fold(text[level.span.end :].strip()) == fold(place)


def _bodies(lines: Sequence[Line], place: str | None, rules: HeaderRules) -> list[list[Line]]:
    """The lines of each body; a name that can't end where its line ends takes the next line too."""
    bodies: list[list[Line]] = []
    for line in lines:
        begins = _begins_body(line.text, rules) and not _names_place(line.text, place, rules)
        if bodies and (not begins or _goes_on(bodies[-1][-1].text, line.text, rules)):
            bodies[-1].append(line)
        elif begins:
            bodies.append([line])
    return bodies


def _goes_on(above: str, text: str, rules: HeaderRules) -> bool:
    """Whether a line that begins like a body belongs to the one above: this can't end there, or a place's name is to come."""
    is_place = (
        len(text.split()) <= _PLACE
        and rules.opens(above, "unit_level")
        and not rules.whole("unit_head", text)
    )
    return is_place or rules.opens(above, "unit_open")


def _sourced(
    view: View, lines: Sequence[Line], clues: Clues, rules: HeaderRules, *, placed: bool = True
) -> Sourced[str]:
    """A body's name; `placed`: the name with the place behind it is one that it may bear, too."""
    written = " ".join(line.text for line in lines)
    written = regex.sub(r"\s*[-–—_=~]{2,}.*$", "", written).strip(" .:;,-–_")
    name = readable(written, f"{view.text}\n{clues.place or ''}", rules)
    span = Span(lines[0].span.start, lines[-1].span.end)
    others = dict.fromkeys([*_expanded(name, rules), *(_placed(name, clues) if placed else ()), written])
    return view.sourced(span, name, rule="header_line.unit_head", candidates=[o for o in others if o != name])


def _expanded(name: str, rules: HeaderRules) -> Iterator[str]:
    code = rules.organs.at_start(name)
    if code and code.span.end == len(name.partition(" ")[0]):
        yield f"{code.rule.value}{name[code.span.end :]}"


def _placed(name: str, clues: Clues) -> Iterator[str]:
    if clues.place and fold(clues.place) not in fold(name):
        yield f"{name} {clues.place}"


def _inferred(view: View, clues: Clues, rules: HeaderRules) -> Sourced[str]:
    """From the body that the symbol stands for, the one that the signer speaks for, the subject of the preamble."""
    named = list(
        dict.fromkeys(
            [*_by_symbol(view, clues, rules), *_by_sentence(view, rules), *_by_authority(view, clues, rules)]
        )
    )
    if not named:
        return Sourced[str](review="không thấy tên cơ quan ban hành")
    heads = _heads(clues, rules)
    agreeing = [n for n in named if any(fold(n[0]).startswith(fold(h)) for h in heads)] or named
    name, span = agreeing[0]
    others = dict.fromkeys([*(n for n, _ in agreeing[1:]), *_placed(name, clues), *(n for n, _ in named)])
    review = "tên cơ quan ban hành suy ra từ nội dung, không có ở đầu văn bản"
    return view.sourced(
        span,
        name,
        rule="header.issues",
        trust=INFERRED,
        review=review,
        candidates=[o for o in others if o != name],
    )


def _heads(clues: Clues, rules: HeaderRules) -> tuple[str, ...]:
    """How the issuer's name begins, after the symbol's last parts and the signing authority."""
    heads: list[str] = []
    for part in reversed(regex.split(r"[-–/\s]+", clues.symbol or "")):
        found = rules.organs.whole(regex.sub(r"\d+$", "", part))
        if found and found.rule.value and part not in rules.codes.types:
            heads += [found.rule.value, regex.sub(r"\d+$", "", part)]
    if clues.authority:
        heads.append(regex.sub(r"^\S+[.:]\s*|^T\S*\s+", "", clues.authority.split(",")[0]).lower())
    return tuple(heads)


def _by_symbol(view: View, clues: Clues, rules: HeaderRules) -> Iterator[tuple[str, Span]]:
    found: Counter[str] = Counter()
    places: dict[str, Span] = {}
    folded = fold(view.text)
    for head in _heads(clues, rules):
        for match in regex.finditer(rf"(?<!\w){regex.escape(fold(head))}(?!\w)", folded):
            if view.text[match.start() : match.end()].isupper() and " " in head:
                continue
            tail = rules.start("unit_tail", view.text[match.end() : match.end() + 120])
            end = match.end() + (tail.span.end if tail else 0)
            name = " ".join(view.text[match.start() : end].split())
            if end > match.end():
                found[name] += 1
                places.setdefault(name, Span(match.start(), end))
    for name, _ in sorted(found.items(), key=lambda x: (-_weight(x[0], x[1], clues, rules), -len(x[0]))):
        yield name, places[name]


def _weight(name: str, count: int, clues: Clues, rules: HeaderRules) -> float:
    """Often named, and of the level that the signer's office or the place names."""
    named = _levels(name, rules)
    same = named & _levels(clues.office or "", rules)
    placed = bool(clues.place) and fold(clues.place or "") in fold(name)
    return count * (1.0 if named or placed else 0.4) * (3.0 if same else 1.0)


def _levels(text: str, rules: HeaderRules) -> set[str]:
    return {fold(text[m.span.start : m.span.end]) for m in rules.find("level_word", text)}


def _by_sentence(view: View, rules: HeaderRules) -> Iterator[tuple[str, Span]]:
    for match in rules.find("issues", view.text[:PREAMBLE]):
        name = " ".join(match.groups["issuer"].split())
        if rules.opens(name, "issuer_word"):
            yield name, match.group_spans["issuer"]


def _by_authority(view: View, clues: Clues, rules: HeaderRules) -> Iterator[tuple[str, Span]]:
    first = (clues.authority or "").split(",")[0]
    name = regex.sub(r"^(?:\S{1,4}[.:]\s*|T/M\s+)", "", first)
    at = view.text.find(first) if first else -1
    if name and at >= 0 and rules.opens(name, "unit_head"):
        yield readable(name, view.text, rules), Span(at, at + len(first))
