"""From a sheet to a plan in its public form, as the program itself would give it; the graph holds the cited documents alone."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from registers.dates import When, working, written
from registers.grammar import tongue_of
from registers.ordinary import as_in, ordinary
from registers.sheets import ACTS, Cited, Item, Sheet
from vanthu.contract.base import Place, Proof
from vanthu.contract.graph import Edge, Graph, Vertex
from vanthu.contract.model import (
    Citation,
    DayOff,
    Document,
    Due,
    Ongoing,
    PublicPlan,
    Recurring,
    Relative,
    Signer,
    SourceFile,
    Task,
    Unit,
    Window,
)
from vanthu.contract.paper import PageFacts
from vanthu.document.content import TaskKind
from vanthu.document.graph import EdgeKind, VertexKind
from vanthu.document.page import Reading
from vanthu.times.working_days import day_off_reason, working_day_before

_DEADLINES: dict[str, Any] = {
    "due": Due,
    "window": Window,
    "recurring": Recurring,
    "relative": Relative,
    "ongoing": Ongoing,
}
_ON_A_PAGE = 9
_CONTEXT = 30  # characters
_FAMILY, _MIDDLE, _GIVEN = (
    ("Lê", "Trần", "Phạm", "Võ", "Đặng", "Bùi"),
    ("Văn", "Thị", "Đình", "Ngọc"),
    ("Mẫn", "Sậy", "Trúc", "Khuê", "Thao", "Lựu"),
)
_NAMED_OTHERWISE = 0.35  # of the plans have their own names for some units


class _Part(NamedTuple):
    """Tasks that stand under one heading: a unit or a section."""

    heading: str
    items: list[Item]


def plan_of(sheet: Sheet) -> PublicPlan:
    """The plan; its planted tasks know their places from now on."""
    rng = random.Random(sheet.seed + 1)
    tasks = tuple(_tasks(sheet, rng))
    cited = list(_citations(sheet, rng))
    citations = tuple(map(_citation, cited))
    pages = range(1, len(tasks) // _ON_A_PAGE + 2)
    digest = hashlib.sha256(f"{sheet.name} {sheet.seed}".encode()).hexdigest()
    return PublicPlan.model_construct(
        schema_version="1.0",
        source=sheet.name,
        status="complete",
        document=_document(sheet, rng),
        legal_basis=tuple(c for own, c in zip(cited, citations, strict=True) if own.basis),
        citations=citations,
        tasks=tasks,
        document_deadlines=(_whole(sheet),),
        graph=_graph(cited),
        file=SourceFile.model_construct(
            name=sheet.name, sha256=digest, media_type="application/pdf", size=90_000
        ),
        pages=tuple(PageFacts.model_construct(number=n, reading=Reading.OCR) for n in pages),
        rules="made",
    )


def _document(sheet: Sheet, rng: random.Random) -> Document:
    issuer = sheet.issuer
    chief = "GIÁM ĐỐC" if issuer.office else "CHỦ TỊCH"
    return Document.model_construct(
        type=sheet.type,
        number=str(sheet.number),
        symbol=sheet.symbol,
        issuer=issuer.wordings,
        place=issuer.home.partition(" ")[2],
        issued_on=sheet.issued.isoformat(),
        title=sheet.title,
        signer=Signer.model_construct(
            authority=None if issuer.office else "TM. ỦY BAN NHÂN DÂN",
            position=chief,
            name=" ".join(rng.choice(part) for part in (_FAMILY, _MIDDLE, _GIVEN)),
        ),
        recipients=((f"UBND {issuer.superior.home} (để b/c)",) if issuer.superior else ()) + issuer.units[:4],
        archive="VT",
        superior=issuer.superior.name if issuer.office and issuer.superior else None,
    )


def _whole(sheet: Sheet) -> Window:
    raw = f"Thời gian thực hiện: từ ngày {written(sheet.issued)} đến ngày {written(sheet.end)}"
    return Window.model_construct(
        kind="window", raw=raw, start=sheet.issued.isoformat(), end=sheet.end.isoformat()
    )


def _citations(sheet: Sheet, rng: random.Random) -> Iterator[Cited]:
    yield from rng.sample(ACTS, 2)
    if sheet.superior:
        yield sheet.misdated or sheet.superior.as_cited(short=rng.random() < 0.6)
    if sheet.superior and sheet.superior.superior:
        yield sheet.superior.superior.as_cited(short=True)
    if sheet.role == "replaces" and sheet.source:
        yield Cited(
            "Kế hoạch",
            sheet.source.code,
            sheet.source.issued,
            sheet.issuer.name,
            basis=False,
            before="Kế hoạch này thay thế ",
            edge="replaces",
        )
    yield from sheet.cited


def _citation(cited: Cited) -> Citation:
    quote = f"{cited.type} số {cited.number} ngày {written(cited.day)}"
    quote += f" của {cited.issuer}" if cited.issuer else ""
    after = f"{cited.about}{';' if cited.basis else '.'}"
    proof = Proof.model_construct(quote=quote, page=1, prefix=cited.before, suffix=after[:_CONTEXT])
    return Citation.model_construct(
        type=cited.type,
        number=cited.number,
        issued_on=cited.day.isoformat(),
        issuer=cited.issuer,
        confidence=0.98,
        evidence=(proof,),
    )


def _graph(cited: Iterable[Cited]) -> Graph:
    vertices = [Vertex.model_construct(id="plan", kind=VertexKind.PLAN, label="Kế hoạch")]
    edges = []
    for one in cited:
        target = f"document:{one.number}:{one.day.isoformat()}"
        vertices.append(
            Vertex.model_construct(id=target, kind=VertexKind.DOCUMENT, label=f"{one.type} {one.number}")
        )
        kinds = ["based-on" if one.basis else "cites", *([one.edge] if one.edge else [])]
        edges += [
            Edge.model_construct(source="plan", target=target, kind=EdgeKind(k), confidence=0.8, page=1)
            for k in kinds
        ]
    return Graph.model_construct(vertices=tuple(vertices), edges=tuple(edges))


def _tasks(sheet: Sheet, rng: random.Random) -> Iterator[Task]:
    planted = list(sheet.planted)
    rng.shuffle(planted)
    named = _named(sheet, rng)
    number = 0
    for at, part in enumerate(_parts([*ordinary(sheet), *planted]), 1):
        children: dict[int, int] = {}
        bullets = 0
        for item in sorted(part.items, key=lambda i: i.parent is not None):
            number += 1
            parent = item.parent
            if parent is None:
                bullets += 1
                own = f"II.{at}.b{bullets}"
            else:
                children[id(parent)] = children.get(id(parent), 0) + 1
                own = f"{parent.place.rpartition('#')[2]}.s{children[id(parent)]}"
            item.place = f"{sheet.name}#{own}"
            yield _task(item, own, number // _ON_A_PAGE + 1, part.heading, named)


def _named(sheet: Sheet, rng: random.Random) -> dict[str, str]:
    """What a plan calls units that are called otherwise elsewhere."""
    if rng.random() >= _NAMED_OTHERWISE:
        return {}
    aliases = tongue_of(sheet.subject).wording["aliases"]
    return {
        name.replace("xã", sheet.issuer.level): rng.choice(others).replace("xã", sheet.issuer.level)
        for name, others in aliases.items()
    }


def _parts(items: Iterable[Item]) -> Iterable[_Part]:
    parts: dict[str, _Part] = {}
    for item in items:
        parts.setdefault(item.lead[0], _Part(item.lead[0], [])).items.append(item)
    return parts.values()


def _task(item: Item, own: str, page: int, heading: str, named: dict[str, str]) -> Task:
    lead = tuple(named.get(u, u) for u in item.lead)
    place = Place.model_construct(page=page, box=(85.0, 120.0, 540.0, 134.0))
    deadlines = tuple(_deadline(w, item.text, page) for w in item.times or (item.when,) if w.fields)
    helpers = (item.helper,) if item.helper else ()
    return Task.model_construct(
        id=own,
        uid=hashlib.blake2b(item.place.encode(), digest_size=8).hexdigest(),
        text=item.text,
        lead=lead,
        coordinate=helpers,
        kind=TaskKind(item.kind),
        parent=item.parent.place.rpartition("#")[2] if item.parent else None,
        deadlines=deadlines,
        units=tuple(_unit("lead", u, page) for u in lead)
        + tuple(_unit("coordinate", u, page) for u in helpers),
        products=(item.product,) if item.product else (),
        page=page,
        evidence=Proof.model_construct(quote=item.text, page=page, prefix=f"{heading}\n- ", places=(place,)),
        confidence=0.95,
    )


def _unit(role: Literal["lead", "coordinate"], name: str, page: int) -> Unit:
    proof = Proof.model_construct(quote=name, page=page)
    return Unit.model_construct(role=role, name=name, resolved=name, inherited=True, evidence=proof)


def _deadline(when: When, text: str, page: int) -> Any:
    raw = as_in(text, when.words) if when.words.casefold() in text.casefold() else when.words
    fields = dict(when.fields or {})
    if fields["kind"] == "due" and when.last and not working(when.last):
        fields["day_off"] = DayOff.model_construct(
            reason=day_off_reason(when.last) or "",
            working_day_before=working_day_before(when.last).isoformat(),
        )
    proof = Proof.model_construct(quote=raw, page=page)
    return _DEADLINES[fields["kind"]].model_construct(raw=raw, confidence=0.97, evidence=proof, **fields)
