#!/usr/bin/env python3
"""Marks of secrecy that are drawn on pages: how many stop the work, and how many clean pages do: `python bench/secrecy.py [--only WORD]`.

Recall and false alarms are printed for each kind of scan, with the pages that came out wrong. Every page is made and
read anew, so this takes a while; `--step N` takes every Nth case, `--only` those whose name holds a word. `--varied N` adds
stamps drawn at random, from `--seed` on; every third of them is kept apart, and counted apart. Stamps of which the scan shows less than a fifth of
the ink count as the others do, and are told. What does not stop the work may go to a person, as a possible mark: each costs somebody a look.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from secrecy_pages import DPI, MODES, Case, clean_cases, secret_cases
from secrecy_varied import varied_cases
from vanthu.document.page import MarkKind
from vanthu.errors import SecretError
from vanthu.reading.imaging import picture_page
from vanthu.reading.marks.wording import Marking
from vanthu.reading.recognition.scan import Rules, read_scan
from vanthu.reading.recognition.signing import Signing
from vanthu.reading.secrecy import LABEL, Guard
from vanthu.rulebook import load_rulebook
from vanthu.settings import Settings, load_settings

OUTCOMES = STOPPED, ASKED, PASSED = "stopped", "to a person", "passed"


def main() -> None:
    """Read the pages and print what came out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--mode", action="append", choices=sorted(MODES), help="all without")
    parser.add_argument("--only", default="", help="a word that names of cases must hold")
    parser.add_argument("--step", type=int, default=1, help="every so manieth case")
    parser.add_argument("--varied", type=int, default=0, help="so many random stamps of each mark")
    parser.add_argument("--seed", type=int, default=0, help="of the first random stamp")
    args = parser.parse_args()
    settings, rulebook = load_settings(profile="nhanh"), load_rulebook()
    guard = Guard(rulebook[LABEL], "page", settings.ink.mark_zone)
    rules = Rules(guard, Signing.of(rulebook), Marking.of(rulebook))
    every = (*secret_cases(), *clean_cases(), *varied_cases(args.varied, args.seed))
    cases = [c for c in every if args.only in c.name][:: args.step]
    for mode in args.mode or MODES:
        counts: Counter[tuple[bool, bool, str]] = Counter()
        for case in _shown(cases, mode):
            outcome = _outcome(case, mode, settings, rules)
            counts[case.kept, case.secret, outcome] += 1
            if outcome != (STOPPED if case.secret else PASSED):
                hardly = ", hardly any ink" if case.secret and not case.is_to_be_seen(mode) else ""
                kind = f"{outcome}{hardly}" if case.secret else f"clean, {outcome}"
                print(f"  {mode}: {kind}: {case.name} on {case.paper}", flush=True)
        for kept in (False, True):
            print(_line(f"{mode}, kept apart" if kept else mode, counts, kept=kept), flush=True)


def _shown(cases: list[Case], mode: str) -> Iterator[Case]:
    """The cases of which this kind of scan shows anything."""
    yield from (c for c in cases if mode in c.modes)


def _line(name: str, counts: Counter[tuple[bool, bool, str]], *, kept: bool) -> str:
    told = (
        f"{kind}: " + ", ".join(f"{outcome} {counts[kept, secret, outcome]}" for outcome in OUTCOMES)
        for kind, secret in (("marks", True), ("others", False))
    )
    return f"{name:20} " + "; ".join(told)


def _outcome(case: Case, mode: str, settings: Settings, rules: Rules) -> str:
    picture = case.image(mode)
    picture.info["dpi"] = (DPI, DPI)
    try:
        read = read_scan(
            picture_page.frame(picture, 0, settings.image), 1, settings=settings, rules=rules, reason=""
        )
        rules.guard.check_page(read.page, read.words)
    except SecretError:
        return STOPPED
    return ASKED if any(m.kind is MarkKind.POSSIBLE_SECRECY for m in read.marks) else PASSED


if __name__ == "__main__":
    main()
