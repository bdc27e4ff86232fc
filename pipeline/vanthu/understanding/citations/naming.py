"""From a rule's match to the document that it names: number, day and name in one form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import regex

from vanthu.document.evidence import Mention
from vanthu.document.geometry import Span
from vanthu.orthography import fold, strip_accents
from vanthu.rulebook import Rulebook

_LOOKALIKES = str.maketrans("lIOQ", "1100")
_DASHES = regex.compile(r"\s*[-–—]\s*")
_DASHLESS = regex.compile(r"(?<=^\d+)\s+(?=\p{Lu})")  # *61 KH/HĐ*
_DASH_LOST = regex.compile(
    r"(?<=/)(?P<code>\p{Lu}+)\s+(?P<next>\p{Lu}+)(?P<dashed>\s*[-–—])?"
)  # *45/KH UBND*; in *72/SGD ĐT-GDTX*, which has its dash, the code goes on
_SERIAL = regex.compile(r"^(?=\D?\d)[\dlIOQ]+(?=[/-])")
_GLUED = regex.compile(r"^(?P<stem>.*\p{L})(?P<note>\d)$")
_DIGIT_INSIDE = regex.compile(r"\d\p{Lu}")
_ASSEMBLY_CODE = regex.compile(r"QH|UBTVQH")
_ASSEMBLY = regex.compile(r"^(?P<stem>(?:QH|UBTVQH)\d\d)\d$")


@dataclass(frozen=True)
class Naming:
    """One mention of a document, its parts in one form. `doubt` is the share of trust that the rule itself leaves."""

    span: Span
    how: str  # the rule's value: numbered, bare, serial, dated, blank, law, congress
    rule: str
    type: str
    number: str | None = None
    issued_on: str | None = None  # ISO, or as much of it as stands there
    issuer: str | None = None
    title: str | None = None
    confidence: float = 1.0
    coded: str | None = None  # the type that the symbol tells, whatever is written
    same_day: bool = False  # the day is said to be that of the one before, too


@dataclass(frozen=True)
class Codes:
    """What stands for types and bodies in the numbers of documents."""

    types: dict[str, str]  # 'QĐ' -> 'Quyết định'
    names: dict[str, str]  # folded name -> readable name
    organs: frozenset[str]

    @classmethod
    def of(cls, rulebook: Rulebook) -> Codes:
        """The tables of a rulebook. Raises `KeyError` where it has no such rules."""
        rules = [c.rule for c in rulebook["DOCUMENT_TYPE"].compiled]
        coded = ((r.attributes["code"], r.value or "") for r in reversed(rules) if "code" in r.attributes)
        return cls(
            types=dict(coded),
            names={fold(f): r.value or f for r in rules for f in r.forms},
            organs=frozenset(f for c in rulebook["ORGAN_CODE"].compiled for f in c.rule.forms),
        )

    def type_of(self, number: str) -> str | None:
        """The type that a number's symbol tells; a symbol that begins with a body is a letter's."""
        head = regex.search(r"[/-]\s*(\p{L}[\p{L}&]*)", number)
        if head is None:
            return None
        code = head[1]
        if _ASSEMBLY_CODE.fullmatch(code):
            return None  # laws and resolutions are numbered alike
        return self.types.get(code) or ("Công văn" if code in self.organs else None)

    def readable_type(self, written: str) -> str:
        """A type's name as it begins a sentence."""
        name = " ".join(written.split())
        return self.names.get(fold(name)) or name[:1].upper() + name[1:].lower()

    def mended(self, number: str) -> str:
        """A number without blanks; a code that lost the stroke of its Đ, or took on a footnote's digit, is mended."""
        dashed = _DASH_LOST.sub(self._with_dash, _DASHLESS.sub("-", number))
        plain = _DASHES.sub("-", "".join(dashed.split()))
        plain = _SERIAL.sub(lambda m: m[0].translate(_LOOKALIKES), plain)
        parts = regex.split(r"([/-])", plain.replace("–", "-").replace("—", "-").strip(".&-/"))
        return "".join(self._mended_part(p) for p in parts)

    def _with_dash(self, code: regex.Match[str]) -> str:
        whole, dash = code["code"] + code["next"], code["dashed"] or ""
        goes_on = whole in self.organs or (dash and code["code"] not in self.types)
        return whole + dash if goes_on else f"{code['code']}-{code['next']}{dash}"

    def _without_digit(self, part: str) -> str:
        """A body's code in which a letter was read as a digit; as it stands where none fits alone."""
        loose = regex.compile(regex.sub(r"\d", r"\\p{L}?", part))
        fitting = [c for c in self.organs if loose.fullmatch(c)]
        return fitting[0] if len(fitting) == 1 else part

    def _mended_part(self, part: str) -> str:
        if sitting := _ASSEMBLY.match(part):
            return sitting["stem"]
        glued = _GLUED.match(part)
        if glued and (glued["stem"] in self.organs):
            return glued["stem"]
        if part in self.types or part in self.organs:
            return part
        if _DIGIT_INSIDE.search(part):
            return self._without_digit(part)
        return next((c for c in self.types if "Đ" in c and strip_accents(c) == part), part)


def iso_day(day: str | None, month: str | None, year: str | None) -> str | None:
    """As much of a date as is certain: whole, year and month, the year alone, or `None`."""
    if year is None:
        return None
    whole = "".join(year.split()).translate(_LOOKALIKES)
    try:
        return date(int(whole), _number(month), _number(day)).isoformat()
    except ValueError:
        valid_month = 1 <= _number(month) <= 12
        return f"{whole}-{_number(month):02}" if valid_month and not _number(day) else whole


def _number(digits: str | None) -> int:
    text = (digits or "").translate(_LOOKALIKES).strip()
    return int(text) if text.isdecimal() else 0


def naming_of(mention: Mention, *, how: str, trust: float, codes: Codes) -> Naming:
    """What a mention names. A bare number takes its type from its symbol ('' where that tells nothing)."""
    groups = mention.groups
    raw_number = groups.get("number") or groups.get("serial")
    number = codes.mended(raw_number) if raw_number else None
    written = groups.get("type")
    kind = codes.readable_type(written) if written else (codes.type_of(number) if number else None)
    return Naming(
        span=mention.span,
        how=how,
        rule=mention.rule,
        type=kind or "",
        number=number,
        issued_on=iso_day(groups.get("day"), groups.get("month"), groups.get("year")),
        issuer=_tidy(groups.get("issuer")),
        title=_tidy(groups.get("title")),
        confidence=trust,
        coded=codes.type_of(number) if number else None,
        same_day="same" in groups,
    )


def _tidy(text: str | None) -> str | None:
    return " ".join(text.split()).strip(" ,;") or None if text else None
