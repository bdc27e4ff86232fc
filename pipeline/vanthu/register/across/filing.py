"""Filing documents where the audit between plans looks for them, and taking them out again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import blake2b

from sqlalchemy import Connection, Table, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from vanthu.audit.across.bands import day_bands, word_bands
from vanthu.audit.across.duty import Duty, Gist
from vanthu.audit.across.numbering import Series, series
from vanthu.audit.across.paper import Paper
from vanthu.audit.across.reader import Reader, reader
from vanthu.document.graph import EdgeKind
from vanthu.planning.filed import paper_of
from vanthu.register.across.recipe import recipe
from vanthu.register.across.rows import duties, papers
from vanthu.register.batches import batches
from vanthu.register.inserting import insert_all
from vanthu.register.plans import Kept
from vanthu.register.tables import TASK
from vanthu.register.tables.across import ACT_DAY, BAND, DAY_BAND, DOCUMENT_BAND, FILED, RECIPE, SAID

_HELD = {BAND: "task_id", DAY_BAND: "task_id", DOCUMENT_BAND: "document_id"}
_BITS = 63
_NAME = "bands"


def band(*parts: object) -> int:
    """The number of a drawer of documents."""
    told = " ".join(map(str, parts)).encode()
    return int.from_bytes(blake2b(told, digest_size=8).digest()) >> (64 - _BITS)


@dataclass(frozen=True)
class Filing:
    """Documents with their duties, by their numbers."""

    papers: Mapping[int, Paper]
    duties: Mapping[int, Duty]
    reader: Reader

    @cached_property
    def words(self) -> Mapping[int, frozenset[int]]:
        """The drawers of like duties that each duty lies in."""
        return dict(zip(self.duties, word_bands(list(self.duties.values())), strict=True))

    def rows(self) -> Iterator[tuple[Table, list[dict[str, int]]]]:
        """What lies in which drawers."""
        yield BAND, [_row(BAND, b, n) for n, bands in self.words.items() for b in bands]
        yield DAY_BAND, [_row(DAY_BAND, b, n) for n, duty in self.duties.items() for b in day_bands(duty)]
        yield (
            DOCUMENT_BAND,
            [_row(DOCUMENT_BAND, b, n) for n, p in self.papers.items() for b in paper_bands(p)],
        )

    def said(self) -> list[dict[str, object]]:
        """What the duties of each document come to."""
        told: dict[str, dict[str, Gist]] = {str(document): {} for document in self.papers}
        for duty in self.duties.values():
            told[duty.paper.key][duty.where] = duty.to_gist()
        return [{"document_id": int(key), "recipe": recipe(), "duties": said} for key, said in told.items()]

    def acts(self) -> Counter[tuple[str, str]]:
        """National acts with the days that they are cited with."""
        return Counter(
            (cited.code, cited.issued_on)
            for paper in self.papers.values()
            for cited in paper.cited
            if cited.issued_on and self.reader.says("national", cited.number)
        )


def _row(table: Table, number: int, held: int) -> dict[str, int]:
    return {"band": number, _HELD[table]: held}


def paper_bands(paper: Paper) -> set[int]:
    """The drawers of a document: its row of numbers, and what it replaces."""
    row = series(paper)
    own = {series_band(row)} if row else set()
    return own | {replaced_band(e.code) for e in paper.effects if e.kind is EdgeKind.REPLACES}


def series_band(row: Series) -> int:
    """The drawer of a row of numbers."""
    return band("series", *row)


def replaced_band(code: str) -> int:
    """The drawer of plans that replace a document of this number."""
    return band("replaces", code)


def remember(connection: Connection, plans: Sequence[Kept]) -> Filing:
    """File documents as they stand in the register now; what was filed. They must not be filed already: see `forget`."""
    language = reader()
    if _noted_recipe(connection) is None:
        insert_all(connection, RECIPE, [{"name": _NAME, "value": recipe()}])
    _note(connection, plans, language)
    filing = filing_of(connection, [plan.document for plan in plans], language)
    for table, rows in filing.rows():
        insert_all(connection, table, rows)
    insert_all(connection, SAID, filing.said())
    _count(connection, filing.acts(), 1)
    return filing


def forget(connection: Connection, documents: Sequence[int]) -> None:
    """Take documents out; to be called before anything of them changes or goes."""
    filing = filing_of(connection, documents, reader())
    for table, rows in filing.rows():
        if rows:
            told = (table.c[name] == bindparam(f"of_{name}") for name in ("band", _HELD[table]))
            connection.execute(
                delete(table).where(*told), [{f"of_{k}": v for k, v in row.items()} for row in rows]
            )
    _count(connection, filing.acts(), -1)
    for table in (SAID, FILED):
        connection.execute(delete(table).where(table.c.document_id.in_(documents)))


def _note(connection: Connection, plans: Sequence[Kept], language: Reader) -> None:
    rows = []
    for one in plans:
        paper = paper_of(str(one.document), one.followed.plan, language)
        rows.append(
            {
                "document_id": one.document,
                "cited": [asdict(c) for c in paper.cited],
                "effects": [asdict(e) for e in paper.effects],
                "checked": False,
            }
        )
    insert_all(connection, FILED, rows)


def filing_of(connection: Connection, documents: Sequence[int], language: Reader) -> Filing:
    """Documents that are noted, those of which a person said that they are nothing left out."""
    heads = papers(connection, documents, language)
    return Filing(heads, duties(connection, TASK.c.document_id.in_(list(heads)), heads, language), language)


def _count(connection: Connection, acts: Mapping[tuple[str, str], int], by: int) -> None:
    """Count citations of acts up or down."""
    rows = [{"code": code, "issued_on": day, "times": by * n} for (code, day), n in acts.items()]
    if rows:
        new = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(ACT_DAY)
        times = {"times": ACT_DAY.c.times + new.excluded.times}
        connection.execute(new.on_conflict_do_update(index_elements=ACT_DAY.primary_key, set_=times), rows)


def is_fresh(connection: Connection) -> bool:
    """Whether all documents are filed, as this program files them."""
    return _noted_recipe(connection) == recipe()


def is_filed_otherwise(connection: Connection) -> bool:
    """Whether documents lie where another program, or other words, filed them: what comes in meets them only after an audit of everything."""
    noted = _noted_recipe(connection)
    return noted is not None and noted != recipe()


def _noted_recipe(connection: Connection) -> str | None:
    """How documents were filed; `None` where none was yet."""
    noted: str | None = connection.scalar(select(RECIPE.c.value).where(RECIPE.c.name == _NAME))
    return noted


def clear(connection: Connection) -> None:
    """Take out everything, and note how it will be filed from now on."""
    for table in (BAND, DAY_BAND, DOCUMENT_BAND, SAID, FILED, ACT_DAY, RECIPE):
        connection.execute(delete(table))
    insert_all(connection, RECIPE, [{"name": _NAME, "value": recipe()}])


def filed_documents(connection: Connection, among: Iterable[int]) -> set[int]:
    """Those of some documents that are filed."""
    found: set[int] = set()
    for some in batches(sorted(among)):
        found.update(connection.scalars(select(FILED.c.document_id).where(FILED.c.document_id.in_(some))))
    return found
