#!/usr/bin/env python3
"""Read scans whose true text is known, and score the words as read and as mended, the flags, and what confidences and grades are worth.

Beside every FILE.pdf lies FILE.txt: the true lines, pages parted by form feeds. Reading order and line breaks do not count.
A word is right where the nearest true words, page by page, have it.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import regex
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from measure import one_thread, show
from vanthu import api
from vanthu.document.page import Grade, Word
from vanthu.document.plan import Plan

_FOLD = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "Ð": "Đ"})
_DATE = regex.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)|ngày \d{1,2} tháng \d{1,2} năm \d{4}")
_NUMBER = regex.compile(r"(?<!\d)\d+(?:/\d{4})?/[A-ZĐ]{2,}[\w-]*")
_BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
_BAD = 0.05  # share of wrong words from which on a page is a bad one


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scans", nargs="+", type=Path, help="PDF files, or folders of them")
    parser.add_argument("--profile", help="how carefully to read")
    args = parser.parse_args()
    one_thread()
    groups: dict[str, Counter[str]] = {}
    for pdf in _files(args.scans):
        plan = api.read(pdf, profile=args.profile)
        truth = pdf.with_suffix(".txt").read_text(encoding="utf-8").rstrip("\f\n").split("\f")
        groups.setdefault(pdf.parent.name, Counter()).update(_scored(plan, truth))
    _tell(groups)


def _files(places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        found = sorted(place.glob("*.pdf")) if place.is_dir() else [place]
        yield from (pdf for pdf in found if pdf.with_suffix(".txt").exists())


def _scored(plan: Plan, truth: Sequence[str]) -> Counter[str]:
    score: Counter[str] = Counter()
    for name, raw in (("raw", True), ("mended", False)):
        for true_page, page in zip(truth, api.text_of(plan, raw=raw), strict=False):
            chars, edits = _characters(true_page, _folded(page))
            score.update({f"{name} chars": chars, f"{name} edits": edits})
    score.update(_judged("raw", plan, plan.words or (), truth))
    score.update(_judged("mended", plan, plan.spelled, truth))
    score.update(_graded(plan, truth))
    return score


def _graded(plan: Plan, truth: Sequence[str]) -> Counter[str]:
    """For each grade its pages, how many of them are bad, and their words as mended, right and wrong."""
    score: Counter[str] = Counter()
    for page, true_page in zip(plan.pages or (), truth, strict=False):
        if page.grade is not None:
            right = _right([w for w in plan.spelled if w.page == page.number], true_page)
            wrong = len(right) - sum(right)
            score.update({f"{page.grade} words": len(right), f"{page.grade} wrong": wrong})
            score.update({f"{page.grade} pages": 1, f"{page.grade} bad": int(wrong > _BAD * len(right))})
    return score


def _judged(name: str, plan: Plan, words: Sequence[Word], truth: Sequence[str]) -> Counter[str]:
    """Counts of right and wrong words, flagged and not, and of wrong figures that nothing flags."""
    flagged = {index for flag in plan.flags or () for index in flag.words}
    score: Counter[str] = Counter()
    for number, true_page in enumerate(truth, start=1):
        own = [index for index, word in enumerate(words) if word.page == number]
        for index, right in zip(own, _right([words[i] for i in own], true_page), strict=True):
            score[f"{name} {'right' if right else 'wrong'}"] += 1
            score[f"{name} {'right' if right else 'wrong'} flagged"] += index in flagged
            score[f"{name} band {_band(words[index])} {'right' if right else 'wrong'}"] += 1
        score[f"{name} wrong figures unflagged"] += _silent(words, own, flagged, true_page)
    return score


def _right(words: Sequence[Word], true_page: str) -> list[bool]:
    """Whether each word stands in the true page, matched in order first and then wherever one is left over."""
    read, true = [_folded(word.text) for word in words], _folded(true_page).split()
    right = [False] * len(read)
    left = Counter(true)
    for a, b, size in SequenceMatcher(None, read, true, autojunk=False).get_matching_blocks():
        right[a : a + size] = [True] * size
        left.subtract(true[b : b + size])
    for n, word in enumerate(read):
        if not right[n] and left[word] > 0:
            right[n] = True
            left[word] -= 1
    return right


def _silent(words: Sequence[Word], own: Sequence[int], flagged: set[int], true_page: str) -> int:
    """Dates and numbers that stand nowhere on the page and that no flag touches."""
    text, owner = "", []
    for index in own:
        piece = _folded(words[index].text) + " "
        text += piece
        owner += [index] * len(piece)
    true = _folded(true_page)
    wrong = 0
    for pattern in (_DATE, _NUMBER):
        due = Counter(pattern.findall(true))
        for match in pattern.finditer(text):
            due[match[0]] -= 1
            wrong += due[match[0]] < 0 and not flagged.intersection(owner[match.start() : match.end()])
    return wrong


def _characters(true_page: str, page: str) -> tuple[int, int]:
    """Characters of the true lines, and the edits that make them of the likeliest place on the page."""
    chars = edits = 0
    for line in filter(None, map(_folded, true_page.splitlines())):
        place = fuzz.partial_ratio_alignment(line, page) if page else None
        found = page[place.dest_start : place.dest_end].strip() if place else ""
        chars += len(line)
        edits += min(len(line), Levenshtein.distance(line, found))
    return chars, edits


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLD).replace("…", "...").split())


def _band(word: Word) -> int:
    return sum(1 for limit in _BANDS[1:] if (word.confidence or 0.0) >= limit)


def _tell(groups: dict[str, Counter[str]]) -> None:
    heads = (
        "profile", "words", "cer raw", "mended", "wrong raw", "mended", "flagged wrong", "flagged right",
        "silent figures",
    )  # fmt: skip
    show("words as read and as mended", heads, [_row(name, s) for name, s in groups.items()])
    for group, score in groups.items():
        rows = []
        for n, (low, high) in enumerate(pairwise(_BANDS)):
            right, wrong = score[f"raw band {n} right"], score[f"raw band {n} wrong"]
            if right + wrong:
                rows.append(
                    (f"{low:.2f}-{min(high, 1):.2f}", str(right + wrong), f"{right / (right + wrong):.3f}")
                )
        show(f"what confidences are worth: {group}", ("said", "words", "right"), rows)
        grades = [grade for grade in Grade if score[f"{grade} pages"]]
        show(
            f"what grades are worth: {group}",
            ("grade", "pages", "wrong words", f"pages with more than {_BAD:.0%}"),
            [
                (
                    str(grade),
                    str(score[f"{grade} pages"]),
                    f"{_share(score[f'{grade} wrong'], score[f'{grade} words']):.2f} %",
                    str(score[f"{grade} bad"]),
                )
                for grade in grades
            ],
        )


def _row(name: str, s: Counter[str]) -> tuple[str, ...]:
    return (
        name,
        str(s["raw right"] + s["raw wrong"]),
        f"{_share(s['raw edits'], s['raw chars']):.2f} %",
        f"{_share(s['mended edits'], s['mended chars']):.2f} %",
        str(s["raw wrong"]),
        str(s["mended wrong"]),
        f"{_share(s['mended wrong flagged'], s['mended wrong']):.0f} %",
        f"{_share(s['mended right flagged'], s['mended right']):.2f} %",
        str(s["mended wrong figures unflagged"]),
    )


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


if __name__ == "__main__":
    main()
