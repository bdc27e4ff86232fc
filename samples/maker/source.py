"""Sources of the samples: a letter's parts in YAML, its body as one paragraph a line with little markup.

Markup of a line: `**bold**`, `*italic*`, `[^1]` a footnote, `^ ` a centred line, `@table NAME`, `@landscape` and
`@portrait` (a new page of that shape).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

SOURCES = Path(__file__).parents[1] / "sources"
DOCUMENTS = Path(__file__).parents[1] / "documents"
SUFFIXES = {"scan": ".pdf", "pdf": ".pdf", "docx": ".docx", "tiff": ".tif", "txt": ".txt"}
NUMBERED = re.compile(r"\*{0,2}(?:[IVX]+\.|\d+(?:\.\d+)*\.|[a-zđ]\)|Điều \d+\.)\s")


@dataclass(frozen=True)
class Ruled:
    """A ruled table; widths of the columns in points."""

    widths: tuple[float, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Form:
    """What file is made, and for scans how they look (`looks` in scan.py) and what is stamped on them."""

    writes: str
    look: str = "office"
    stamps: tuple[str, ...] = ()
    turned: dict[int, int] = field(default_factory=dict)  # page -> degrees, clockwise
    seed: int = 0


@dataclass(frozen=True)
class Source:
    """One document before it is made into a file. Empty strings and tuples stand for what it does not have."""

    name: str
    form: Form
    issuer: tuple[str, ...]
    symbol: str
    place: str
    day: str
    body: tuple[str, ...]
    recipients: tuple[str, ...]
    archive: str
    signer_lines: tuple[str, ...]
    signer: str
    superior: str = ""
    number: str = ""
    type: str = ""
    title: tuple[str, ...] = ()
    subject: str = ""
    addressees: tuple[str, ...] = ()
    appendix: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    tables: dict[str, Ruled] = field(default_factory=dict)
    arrival: dict[str, str] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        """The finished document."""
        return DOCUMENTS / (self.name + SUFFIXES[self.form.writes])

    @property
    def serial(self) -> str:
        """The line of number and symbol, with a gap where the number was left blank."""
        return f"Số: {self.number or '       '}/{self.symbol}"


def load(path: Path) -> Source:
    """The source in a YAML file. Raises `TypeError` for unknown keys."""
    raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    signer = raw.pop("signer")
    form = raw.pop("form")
    form["stamps"] = tuple(form.get("stamps", ()))
    tables = {name: _ruled(table) for name, table in raw.pop("tables", {}).items()}
    for key in ("body", "appendix"):
        raw[key] = tuple(line for line in raw.get(key, "").splitlines() if line.strip())
    for key in ("issuer", "title", "addressees", "recipients", "footnotes"):
        raw[key] = tuple(raw.get(key, ()))
    return Source(
        name=path.stem, form=Form(**form), tables=tables,
        signer_lines=tuple(signer["lines"]), signer=signer["name"], **raw,
    )  # fmt: skip


def load_all() -> tuple[Source, ...]:
    """All sources, in the order of their names."""
    return tuple(load(path) for path in sorted(SOURCES.glob("*.yaml")))


def _ruled(raw: dict[str, Any]) -> Ruled:
    rows = tuple(tuple(str(cell) for cell in row) for row in raw["rows"])
    return Ruled(tuple(raw["widths"]), tuple(raw["head"]), rows)


def plain(line: str) -> str:
    """A line without its markup; footnote marks become superscript digits."""
    line = re.sub(r"\[\^(\d)\]", lambda m: "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(m[1])], line)
    return line.removeprefix("^ ").replace("**", "").replace("*", "")
