"""What all parts of the public form share: closed and open objects, dates as text, and proofs that lead to the page."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    model_serializer,
)

DAY = r"^(19|2\d)\d{2}-\d{2}-\d{2}$"
MOMENT = r"^(19|2\d)\d{2}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d|T24:00)?$"
CLOCK = r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$"
PARTIAL_DAY = r"^\d{4}(-\d{2}(-\d{2})?)?$"
RRULE = r"^FREQ=[A-Z]+(;[A-Z]+=[^;=\s]+)*$"


def _real(value: str) -> str:
    date.fromisoformat(value[:10])
    return value


def _real_part(value: str) -> str:
    date.fromisoformat(value + "-01-01"[len(value) - len("2000") :])
    return value


def _three_digits(value: object) -> object:
    """More says nothing about recognition, and sums of floats may pass one by a hair."""
    return round(value, 3) if isinstance(value, float) else value


Day = Annotated[str, Field(pattern=DAY, json_schema_extra={"format": "date"}), AfterValidator(_real)]
Moment = Annotated[str, Field(pattern=MOMENT), AfterValidator(_real)]
Clock = Annotated[str, Field(pattern=CLOCK)]
PartialDay = Annotated[str, Field(pattern=PARTIAL_DAY), AfterValidator(_real_part)]
Confidence = Annotated[float, Field(ge=0, le=1), BeforeValidator(_three_digits)]


class Lean(BaseModel):
    """Leaves out the keys named in `optional` where they hold nothing; all other keys are always written."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)
    optional: ClassVar[frozenset[str]] = frozenset()

    @model_serializer(mode="wrap")
    def _without_empty(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        for name in self.optional:
            if name in data and data[name] in (None, [], {}, ""):
                del data[name]
        return data


class Open(Lean):
    """More keys may stand here; they are kept."""

    model_config = ConfigDict(frozen=True, extra="allow", allow_inf_nan=False)


class Place(Lean):
    """A part of a page, one a line of the quote."""

    optional = frozenset({"box"})
    page: int = Field(ge=1, description="Page of the file, from 1")
    box: tuple[float, float, float, float] | None = Field(
        default=None,
        description="Left, top, right, bottom in points (1/72 inch) on the upright page, origin top left; absent in transcripts",
    )


class Repair(Lean):
    """A repair of a recognition or spelling slip inside a quote."""

    rule: str = Field(description="Id of the rule that made it")
    original: str
    replacement: str


class Proof(Lean):
    """The words of the document that a value rests on, and where they stand."""

    optional = frozenset({"page", "prefix", "suffix", "places", "confidence", "rule", "repairs"})
    quote: str = Field(description="The words, as written")
    page: int | None = Field(default=None, ge=1, description="Page that the quote begins on, from 1")
    prefix: str = Field(default="", description="A few characters before the quote")
    suffix: str = Field(default="", description="A few characters after the quote")
    places: tuple[Place, ...] = Field(default=(), description="Where the quote stands, a line each")
    confidence: Confidence | None = Field(
        default=None,
        description="Lowest recognition confidence of its words, 0..1; absent where none was measured",
    )
    rule: str | None = Field(default=None, description="Id of the rule that found it")
    repairs: tuple[Repair, ...] = Field(default=(), description="Repairs made inside the quote")
