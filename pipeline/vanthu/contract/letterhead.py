"""From the header of a plan to the `document` of its public form."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import TypeAdapter, ValidationError

from vanthu.contract.base import PartialDay
from vanthu.contract.model import Document, FieldProof, Signer
from vanthu.contract.proofs import proof
from vanthu.document import content
from vanthu.document.evidence import Sourced
from vanthu.understanding import confidence

_PARTIAL: TypeAdapter[str] = TypeAdapter(PartialDay)


def partial_day(value: str | None) -> str | None:
    """The value where it is a real year, month or day in ISO form, else `None`."""
    try:
        return _PARTIAL.validate_python(value)
    except ValidationError:
        return None


def published_header(header: content.Header) -> Document:
    """The formal parts of a document, with the evidence of each field."""
    signers = tuple(_signer(s) for s in header.signers)
    wordings = [header.issuer.value, *header.issuer.candidates]
    return Document(
        type=header.type.value,
        number=header.number.value,
        symbol=header.symbol.value,
        issuer=tuple(dict.fromkeys(w for w in wordings if w)),
        place=header.place.value,
        issued_on=partial_day(header.issued_on.value),
        title=header.title.value,
        signer=signers[0] if signers else Signer(),
        recipients=tuple(r.value for r in header.recipients if r.value),
        addressees=tuple(a.value for a in header.addressees if a.value),
        archive=header.archive.value,
        superior=header.superior.value,
        urgency=header.urgency.value,
        signers=signers if len(signers) > 1 else (),
        fields={
            name: proof for name, f in header_fields(header) if (proof := _field_proof(f)) != FieldProof()
        },
    )


def _signer(signer: content.Signer) -> Signer:
    return Signer(
        authority=signer.authority.value,
        position=signer.position.value,
        office=signer.office.value,
        name=signer.name.value,
    )


SINGLE = (
    "type",
    "number",
    "symbol",
    "issuer",
    "superior",
    "place",
    "issued_on",
    "title",
    "archive",
    "urgency",
)
SIGNER = ("authority", "position", "office", "name")


def header_fields(header: content.Header) -> Iterable[tuple[str, Sourced[str]]]:
    """Every field of the header with the name it is shown under; a second signer's begin with `signers.1`."""
    for name in SINGLE:
        yield name, getattr(header, name)
    for index, signer in enumerate(header.signers):
        owner = f"signers.{index}" if index else "signer"
        yield from ((f"{owner}.{name}", getattr(signer, name)) for name in SIGNER)
    for group in ("recipients", "addressees"):
        kept = (s for s in getattr(header, group) if s.value)
        yield from ((f"{group}.{index}", sourced) for index, sourced in enumerate(kept))


def _field_proof(sourced: Sourced[str]) -> FieldProof:
    return FieldProof(
        confidence=confidence.of_field(sourced),
        review=confidence.doubt_of_field(sourced),
        candidates=sourced.candidates,
        evidence=proof(sourced.evidence),
    )
