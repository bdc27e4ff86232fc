#!/usr/bin/env python3
"""Marks of secrecy that are drawn on pages: how many stop the work, and how many clean pages do: `python bench/secrecy.py [--only WORD]`.

Recall and false alarms are printed for each kind of scan, with the pages that came out wrong. Every page is made and
read anew, so this takes a while; `--step N` takes every Nth case, `--only` those whose name holds a word. `--varied N` adds
stamps drawn at random, from `--seed` on; every third of them is kept apart, and counted apart. Stamps of which the scan shows less than a fifth of
the ink count as the others do, and are told.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator

from secrecy_pages import DPI, MODES, Case, clean_cases, secret_cases
from secrecy_varied import varied_cases
from vanthu.errors import SecretError
from vanthu.reading.imaging import picture_page
from vanthu.reading.marks.wording import Marking
from vanthu.reading.recognition.scan import Rules, read_scan
from vanthu.reading.secrecy import LABEL, Guard
from vanthu.rulebook import load_rulebook
from vanthu.settings import Settings, load_settings


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
    rules = Rules(Guard(rulebook[LABEL], "page", settings.ink.mark_zone), marking=Marking.of(rulebook))
    every = (*secret_cases(), *clean_cases(), *varied_cases(args.varied, args.seed))
    cases = [c for c in every if args.only in c.name][:: args.step]
    for mode in args.mode or MODES:
        counts: Counter[tuple[bool, bool, bool]] = Counter()
        for case in _shown(cases, mode):
            stopped = _stops(case, mode, settings, rules)
            counts[case.kept, case.secret, stopped] += 1
            if stopped != case.secret:
                missed = "missed" if case.is_to_be_seen(mode) else "missed, hardly any ink"
                kind = missed if case.secret else "false alarm"
                print(f"  {mode}: {kind}: {case.name} on {case.paper}", flush=True)
        for kept in (False, True):
            print(_line(f"{mode}, kept apart" if kept else mode, counts, kept=kept), flush=True)


def _shown(cases: list[Case], mode: str) -> Iterator[Case]:
    """The cases of which this kind of scan shows anything."""
    yield from (c for c in cases if mode in c.modes)


def _line(name: str, counts: Counter[tuple[bool, bool, bool]], *, kept: bool) -> str:
    stopped, missed = counts[kept, True, True], counts[kept, True, False]
    alarms, passed = counts[kept, False, True], counts[kept, False, False]
    return f"{name:20} stopped {stopped} of {stopped + missed}, false alarms {alarms} of {alarms + passed}"


def _stops(case: Case, mode: str, settings: Settings, rules: Rules) -> bool:
    picture = case.image(mode)
    picture.info["dpi"] = (DPI, DPI)
    try:
        read = read_scan(
            picture_page.frame(picture, 0, settings.image), 1, settings=settings, rules=rules, reason=""
        )
        rules.guard.check_page(read.page, read.words)
    except SecretError:
        return True
    return False


if __name__ == "__main__":
    main()
