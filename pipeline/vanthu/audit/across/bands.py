"""Numbers under which duties are filed, so that like ones are found without comparing all: MinHash over syllables, in bands.

A number begins with its scope (one issuer in one year): all of an issuer's year lie side by side, and what every office writes
fills no drawer of all offices.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import blake2b
from struct import Struct

from rensa import RMinHash

from vanthu.audit.across.duty import Duty

ROWS, BANDS, SEED = 3, 16, 30_2020
RECIPE = f"rensa RMinHash v{RMinHash.ALGORITHM_VERSION}, {BANDS}x{ROWS}, seed {SEED}, syllables 14, units 3"
CAP = 200  # duties in one drawer; a fuller one tells nothing and is left alone
_SCOPE_BITS, _REST_BITS = 26, 37
_DIGEST = Struct(f"<{ROWS * BANDS}Q")
_BAND = _DIGEST.size // BANDS
_YEARS = 3  # that a duty is filed in at most: those of its last times


def word_bands(duties: Sequence[Duty]) -> list[frozenset[int]]:
    """The numbers of each duty, those of the works that it holds among them; none where its issuer or year is unknown, or it says nothing."""
    works = ((at, work) for at, duty in enumerate(duties) for work in (duty, *duty.parts))
    filed = [(at, told) for at, work in works for told in work.found_by if told]
    digests = RMinHash.digests_from_token_sets(
        [list(told) for _, told in filed], num_perm=ROWS * BANDS, seed=SEED
    )
    numbers: list[set[int]] = [set() for _ in duties]
    for (at, _), digest in zip(filed, digests, strict=True):
        numbers[at].update(_numbers(duties[at], digest))
    return list(map(frozenset, numbers))


def _numbers(duty: Duty, digest: Sequence[int]) -> Iterator[int]:
    if duty.paper.issuer is None:
        return
    told = _DIGEST.pack(*digest)
    words = [_hash(told[n : n + _BAND] + bytes([n // _BAND]), _REST_BITS) for n in range(0, len(told), _BAND)]
    for year in sorted(duty.years)[-_YEARS:]:
        scope = _hash(f"{duty.paper.issuer} {year}".encode(), _SCOPE_BITS) << _REST_BITS
        yield from (scope | rest for rest in words)


def scope_of(number: int) -> int:
    """What a number begins with: all numbers of one issuer and year, or of one unit, have it in common."""
    return number >> _REST_BITS


def day_bands(duty: Duty) -> dict[int, tuple[str, date]]:
    """Under which numbers a duty is filed by who leads it and its last day; units of a kind are nobody."""
    day = duty.last.last if duty.last else None
    if day is None:
        return {}
    one = {unit: name for unit, name in duty.lead.items() if not duty.reader.general(name)}
    return {unit_day(unit, day): (name, day) for unit, name in one.items()}


def unit_day(unit: str, day: date) -> int:
    """The number of a unit's day."""
    return _hash(unit.encode(), _SCOPE_BITS) << _REST_BITS | _hash(day.isoformat().encode(), _REST_BITS)


def _hash(told: bytes, bits: int) -> int:
    return int.from_bytes(blake2b(told, digest_size=8).digest()) >> (64 - bits)
