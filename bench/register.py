"""What a register costs as it grows, and what its audit finds in plans whose contradictions are known.

python bench/register.py [--plans 2000] [--seed 1] [--url URL] [--misses 3]
python bench/register.py --plans 100000 --at 1000 10000 --url postgresql://...
"""

from __future__ import annotations

import argparse
import resource
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

from sqlalchemy import func, select, text

from measure import show
from registers.findings import findings, texts
from registers.maker import Truth, made
from registers.score import Score, score
from vanthu.contract.model import PublicPlan
from vanthu.engine.register_audit import audit_register
from vanthu.register import Register, open_register
from vanthu.register.intake import Arrival, add_checked, bulk
from vanthu.register.search.asking import Wanted, find
from vanthu.register.tables import DOCUMENT

_SINGLE = 60  # plans added one by one at each size
_ASKED = (
    Wanted("ke hoach 176"),
    Wanted("176/KH-UBND"),
    Wanted("học sinh đi xe máy"),
    Wanted("hoc sinh di xe may"),
    Wanted("bep an tap the", unit="Trạm Y tế"),
    Wanted("phòng, chống thiên tai", kind="document"),
    Wanted("thôn Nà Rằm"),
    Wanted("nghĩa trang liệt sĩ", issuer="tỉnh"),
)


@dataclass
class Times:
    """Seconds of one kind of work, by the clock and of the processor."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def of(self, work: Callable[[], object]) -> None:
        """Do the work and keep how long it took."""
        wall, cpu = perf_counter(), process_time()
        work()
        self.wall.append(perf_counter() - wall)
        self.cpu.append(process_time() - cpu)

    def shown(self) -> list[str]:
        """Median and 95th of a hundred by the clock, median of the processor; milliseconds."""
        last = sorted(self.wall)[int(len(self.wall) * 0.95)]
        return [f"{1000 * s:.1f}" for s in (statistics.median(self.wall), last, statistics.median(self.cpu))]


class Size(NamedTuple):
    """What was measured when the register held so many plans."""

    plans: int
    adding: Times
    searching: Times
    megabytes: float  # of the register
    memory: float  # MB, the most that this process took until then


def main() -> None:
    wanted = _arguments()
    with TemporaryDirectory() as folder:
        place = wanted.url or str(Path(folder) / "register.db")
        with open_register(place, create=True) as register:
            stream, truths = _stream(wanted)
            sizes = []
            for size in _grown(register, stream, wanted):
                sizes.append(size)
                _show_sizes(sizes)
            if not wanted.no_audit:
                _audit(register, truths, wanted)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--held", action="store_true", help="subjects and wordings that the audit was not made with"
    )
    parser.add_argument("--url", help="a database, empty or left by an earlier run with the same seed")
    parser.add_argument(
        "--at", type=int, nargs="*", default=[], help="smaller sizes to measure at on the way"
    )
    parser.add_argument(
        "--misses", type=int, default=0, help="so many examples of what was missed or too much, a kind"
    )
    parser.add_argument("--no-audit", action="store_true", help="adding and searching only")
    return parser.parse_args()


def _stream(wanted: argparse.Namespace) -> tuple[Iterator[PublicPlan], list[Truth]]:
    """The plans, and the list that fills with their truth as they are taken."""
    truths: list[Truth] = []

    def plans() -> Iterator[PublicPlan]:
        for one in made(wanted.plans, wanted.seed, held=wanted.held):
            truths.extend(one.truth)
            yield one.plan

    return plans(), truths


def _grown(register: Register, stream: Iterator[PublicPlan], wanted: argparse.Namespace) -> Iterator[Size]:
    """Load up to each size; the last plans before it come one by one. What an earlier run loaded stays."""
    have = (
        register.look(lambda connection: connection.scalar(select(func.count()).select_from(DOCUMENT))) or 0
    )
    for _ in islice(stream, have):
        pass
    for size in sorted(s for s in {*wanted.at, wanted.plans} if s > have):
        start = process_time()
        for _ in bulk(register, (Arrival(p) for p in islice(stream, max(0, size - have - _SINGLE)))):
            pass
        print(
            f"{max(0, size - have - _SINGLE)} plans in bulk: {process_time() - start:.0f} s of CPU time",
            flush=True,
        )
        yield _measured(register, size, list(islice(stream, min(_SINGLE, size - have))))
        have = size


def _measured(register: Register, size: int, plans: Sequence[PublicPlan]) -> Size:
    adding, searching = Times(), Times()
    for plan in plans:
        adding.of(partial(register.work, partial(add_checked, arrivals=[Arrival(plan)])))
    for _ in range(3):
        for asked in _ASKED:
            searching.of(partial(register.look, partial(find, wanted=asked)))
    return Size(size, adding, searching, _megabytes(register), _memory())


def _memory(whose: int = resource.RUSAGE_SELF) -> float:
    return resource.getrusage(whose).ru_maxrss / 1024


def _children() -> float:
    """Seconds of CPU time of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _megabytes(register: Register) -> float:
    if file := register.address.file:
        parts = [file, *file.parent.glob(f"{file.name}-*")]
        return sum(part.stat().st_size for part in parts) / 1e6
    asked = text("SELECT pg_database_size(current_database())")
    return float(register.look(lambda connection: connection.scalar(asked))) / 1e6


def _show_sizes(sizes: Sequence[Size]) -> None:
    heads = ["plans", "add ms", "p95", "CPU", "find ms", "p95", "CPU", "MB on disk", "MB memory"]
    rows = [
        [str(s.plans), *s.adding.shown(), *s.searching.shown(), f"{s.megabytes:.0f}", f"{s.memory:.0f}"]
        for s in sizes
    ]
    show("As the register grows", heads, rows)


def _audit(register: Register, truths: Sequence[Truth], wanted: argparse.Namespace) -> None:
    wall, cpu = perf_counter(), process_time()
    children = _children()
    audited = audit_register(register)
    cpu = process_time() - cpu + _children() - children
    print(
        f"full audit: {audited.standing} findings, {perf_counter() - wall:.0f} s, {cpu:.0f} s of CPU time, memory {_memory():.0f} MB "
        f"and {_memory(resource.RUSAGE_CHILDREN):.0f} MB a worker, {audited.full} drawers too full, on disk {_megabytes(register):.0f} MB",
        flush=True,
    )
    result = score(truths, register.look(findings))
    _show_score(result)
    if wanted.misses:
        _show_misses(register, result, wanted.misses)


def _show_score(result: Score) -> None:
    rows = [
        [name, str(k.truths), _share(k.recall), str(k.findings), _share(k.precision)]
        for name, k in (*sorted(result.kinds.items()), ("all", result.total))
    ]
    show("Audit", ["kind", "planted", "recall", "findings", "precision"], rows)
    rows = [[trap, str(number), str(result.trapped[trap])] for trap, number in sorted(result.traps.items())]
    show("Traps", ["trap", "planted", "stepped into"], rows)


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _show_misses(register: Register, result: Score, most: int) -> None:
    for code, how, number, missed in result.by_wording():
        print(f"{code}, {how}: {missed} of {number} missed")
    for code, kind in sorted(result.kinds.items()):
        for truth in kind.missed[:most]:
            _tell(register, f"MISSED {code} ({truth.how})", truth.places)
        for found in kind.too_much[:most]:
            _tell(register, f"TOO MUCH {code}", found.places)


def _tell(register: Register, head: str, places: frozenset[str]) -> None:
    said = register.look(partial(texts, wanted=places))
    print(head)
    for place in sorted(places):
        print(f"   {place}: {said.get(place, '')}")


if __name__ == "__main__":
    main()
