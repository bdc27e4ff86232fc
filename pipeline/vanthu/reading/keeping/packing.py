"""A recognition as bytes and back, exactly. Nothing that is packed can run: JSON by columns, compressed, with a checksum."""

from __future__ import annotations

import gc
import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, groupby, repeat
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json, to_json

from vanthu.document.geometry import Box
from vanthu.document.page import Dispute, Grid, Mark, Page, Word
from vanthu.reading.result import Recognition

FORM = 1  # of what is packed; another one is not opened
_HEAD = b"vanthu-reading-%d\n" % FORM
_DIGEST = hashlib.sha256().digest_size
_MOST = 1 << 29  # bytes unpacked: far more than the longest file that is let in
_LEVEL = 5
_Value = TypeVar("_Value")

_LAYERS: dict[str, TypeAdapter[Any]] = {
    "pages": TypeAdapter(tuple[Page, ...]),
    "grids": TypeAdapter(tuple[Grid, ...]),
    "marks": TypeAdapter(tuple[Mark, ...]),
    "disputes": TypeAdapter(tuple[Dispute, ...]),
}


class DamagedError(ValueError):
    """Bytes that are not, or no longer, a packed recognition."""


def pack(recognition: Recognition) -> bytes:
    """A recognition without problems as bytes. Raises `ValueError` where it has some: it is not to be kept."""
    if recognition.problems:
        raise ValueError("a recognition with problems is not kept")
    data = {name: _plain(name, recognition) for name in _LAYERS} | {"words": _columns(recognition.words)}
    packed = zlib.compress(to_json(data), _LEVEL)
    return _HEAD + hashlib.sha256(packed).digest() + packed


def unpack(data: bytes) -> Recognition:
    """The recognition again. Raises `DamagedError`."""
    head, digest, packed = data[: len(_HEAD)], data[len(_HEAD) :][:_DIGEST], data[len(_HEAD) + _DIGEST :]
    if head != _HEAD or hashlib.sha256(packed).digest() != digest:
        raise DamagedError("not a packed recognition")
    try:
        found = from_json(zlib.decompressobj().decompress(packed, _MOST))
        layers = {name: adapter.validate_python(found[name]) for name, adapter in _LAYERS.items()}
        return Recognition(words=_words(found["words"]), **layers)
    except (zlib.error, ValueError, ValidationError, KeyError, TypeError) as error:
        raise DamagedError("a packed recognition of another form") from error


def _plain(layer: str, recognition: Recognition) -> Any:
    return _LAYERS[layer].dump_python(getattr(recognition, layer), mode="json", exclude_defaults=True)


def _columns(words: Sequence[Word]) -> dict[str, Any]:
    """Words by columns; what rarely changes as runs of (value, length), boxes as one flat list."""
    return {
        "texts": [w.text for w in words],
        "pages": _runs(w.page for w in words),
        "lines": _runs(w.line for w in words),
        "engines": _runs(w.engine for w in words),
        "confidences": [w.confidence for w in words],
        "placed": _runs(w.box is not None for w in words),
        "boxes": [side for w in words if w.box is not None for side in w.box],
    }


def _words(columns: dict[str, Any]) -> tuple[Word, ...]:
    with _no_collection():
        sides = iter(columns["boxes"])
        boxes = map(Box, sides, sides, sides, sides)
        fields = (
            columns["texts"],
            _spread(columns["pages"]),
            (next(boxes) if placed else None for placed in _spread(columns["placed"])),
            columns["confidences"],
            _spread(columns["lines"]),
            _spread(columns["engines"]),
        )
        return tuple(map(Word._make, zip(*fields, strict=True)))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Many objects are made and none in a circle: looking for circles meanwhile would take longer than making them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _runs(values: Iterable[_Value]) -> list[tuple[_Value, int]]:
    return [(value, sum(1 for _ in run)) for value, run in groupby(values)]


def _spread(runs: Iterable[tuple[_Value, int]]) -> Iterator[_Value]:
    return chain.from_iterable(repeat(value, length) for value, length in runs)
