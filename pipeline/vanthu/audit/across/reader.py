"""What words of a duty come to, with everything that is asked of them: one object that holds the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from vanthu.audit.across.entries import Said
from vanthu.audit.across.marks import Marker, Marks, marker, undated
from vanthu.audit.across.spelling import plain_syllables
from vanthu.audit.across.table import Limits
from vanthu.audit.across.vocabulary import COMMON, Vocabulary, vocabulary
from vanthu.orthography import fold, fold_spelling
from vanthu.rulebook import RuleSet
from vanthu.rulebook.load import load_rulebook
from vanthu.rulebook.rulebook import Rulebook
from vanthu.understanding.units.home import means_anybody, means_many

LABEL = "AUDIT_ACROSS"
_LEVEL = "level-"
_REMEMBERED = 4096
_MARK = regex.compile(r"[,;:.(](?=\s|$)|\s[–-](?=\s)")
_PART = regex.compile(r"[,;:(]\s")
_LED = 2  # phrases, a weak verb and the one that it leads to
_LETTER = regex.compile(r"\p{L}")
_AT_ONCE = 2  # letters into a text
_EARLY = 30


@dataclass(frozen=True)
class Reader:
    """Everything of the language that the audit between plans asks for."""

    vocabulary: Vocabulary
    marker: Marker
    words: Mapping[str, RuleSet]  # rules/audit_across.yaml by what they say
    unit: Callable[[str, str | None], str]  # what a unit of a plan is known by in all plans
    general: Callable[[str], bool]  # whether a name means units of a kind, not one
    anybody: Callable[[str], bool]  # whether a name means units in general
    key: Callable[[str], str]  # a name of a body in the form in which it is compared
    recipients: Callable[[str], tuple[str, ...]]  # who is told, with the word before (*về Sở Nội vụ*)
    say: Callable[[str, tuple[str, ...]], Sequence[Said]]  # the phrases of a duty without names of bodies
    title_marks: Callable[[str], Marks]  # what tells the duties of a plan apart from those of another
    title_years: Callable[[str], frozenset[int]]
    plain: Callable[[str], str]  # a name without marks and case
    subject: Callable[[str], Mapping[str, float]]  # the telling syllables of a title

    @property
    def limits(self) -> Limits:
        """From where on something is worth a person's time."""
        return self.vocabulary.words.limits

    def body(self, name: str, place: str | None = None) -> str:
        """What an issuer is known by in all plans: with the place of its plan where its name has none.

        Places keep their marks: Châu Lương is not Châu Luông. A department need not say of which province it is (*Sở Y tế*).
        """
        seat = self.marker.seat(name)
        if seat and not self.says("authority", name):
            return f"{self.key(without(name, [' '.join(seat)]))} {fold(seat[1])}"
        places = self.marker.written(name) or ([place] if place else [])
        return " ".join([self.key(name), *map(fold, places)])

    def home(self, name: str | None, place: str | None) -> str | None:
        """Where the units of a plan are at home: the place of an authority, else the issuer itself; `None`: not known."""
        if name and not self.says("authority", name):
            return self.body(name, place)
        level, own = (self.marker.seat(name) if name else None) or ("", place or "")
        return f"{level} {fold(place or own)}".strip() or None

    def places(self, text: str) -> frozenset[str]:
        """Names of places, as they are compared."""
        return self.marker.places(text)

    def homes(self, *names: str | None) -> frozenset[str]:
        """Names of the places that a body's own names have, as written."""
        return frozenset(place for name in names if name for place in (*self.marker.written(name), name))

    def active(self, text: str) -> str:
        """A text that tells first what is done to (*hồ sơ được số hóa*), or by what paper, as one that tells first what is done."""
        if paper := self.words["instrument"].first(text):
            text = f"{text[: paper.span.start]}{text[paper.span.end :]}"
        told = self.words["passive"].first(text)
        if told is None or self.says_first(self.body_of(told.groups["what"])):
            return text
        if not any(p.action for p in self.vocabulary.say(told.groups["work"])[:_LED]):
            return text
        return f"{told.groups['work']} {told.groups['what']}{text[told.span.end :]}"

    def says_first(self, text: str) -> bool:
        """Whether a text begins with a verb that is known."""
        return next((p.action is not None for p in self.vocabulary.say(text)), False)

    def body_of(self, text: str) -> str:
        """A duty's words from the work on."""
        for value in ("place-first", "given-out"):
            told = self.words[value].first(text)
            text = text[told.span.end :] if told and told.span.start <= _AT_ONCE else text
        return text

    def clauses(self, text: str) -> list[str]:
        """A text parted where something else begins: how, why, by whom."""
        starts = self._starts(text, fold_spelling(text))
        found: list[str] = []
        for a, b in zip(starts, [*starts[1:], len(text)], strict=True):
            if found and self._cuts_a_phrase(found[-1], text[a:b]):
                found[-1] += text[a:b]
            else:
                found.append(text[a:b])
        return found

    def _cuts_a_phrase(self, first: str, second: str) -> bool:
        """Whether a phrase that is known stands on both sides of a mark (*mua sắm, bổ sung*)."""
        say = self.vocabulary.say
        return len(say(f"{first}{second}")) < len(say(first)) + len(say(second))

    def work_and_manner(self, text: str) -> Iterator[tuple[str, bool]]:
        """A text in parts, each with whether it says how the work is done, not what is done to what."""
        folded = fold_spelling(text)
        starts = self._starts(text, folded)
        how = [bool(at) and self._says_how(folded, at) for at in starts]
        begun = len(text) - len(self.body_of(text))
        if True in how and not _LETTER.search(text[begun : starts[how.index(True)]]):
            how[how.index(True)] = False  # *Tại xã, hoàn thành việc rà soát*
        turns = [at for n, at in enumerate(starts) if n == 0 or how[n] != how[n - 1]]
        for a, b in zip(turns, [*turns[1:], len(text)], strict=True):
            yield text[a:b], how[starts.index(a)]

    def extent(self, text: str, at: int) -> int:
        """Where what is told from a place on ends: before the mark or the word that tells of how, why, where, or of something else."""
        folded = fold_spelling(text)
        for start in self._starts(text, folded):
            if start > at and (text[start - 1] != "," or self._says_how(folded, start)):
                return start - 1
        return len(text)

    def _starts(self, text: str, folded: str) -> list[int]:
        asides = (
            m.start() for one in self.words["aside"].compiled for m in one.pattern.on(folded).finditer(folded)
        )
        return sorted({0, *asides, *(m.end() for m in _MARK.finditer(text))})

    def _says_how(self, folded: str, at: int) -> bool:
        first = _LETTER.search(folded, at)
        rules = self.words["manner"].compiled
        return first is not None and any(one.pattern.on(folded).match(folded, first.start()) for one in rules)

    def verbs(self, text: str) -> frozenset[str]:
        """The verbs of a text that begin a part of it: *điểm đốt xử lý thực bì*, *về việc đốt, xử lý thực bì* is no work of *xử lý*."""
        folded = fold_spelling(text)
        for one in self.words["work-named"].compiled:
            folded = one.pattern.on(folded).sub(" ", folded)
        ends = (
            m.end()
            for one in self.words["verb-follows"].compiled
            for m in one.pattern.on(folded).finditer(folded)
        )
        starts = sorted({0, *ends, *(m.end() for m in _PART.finditer(folded))})
        parts = (folded[a:b] for a, b in zip(starts, [*starts[1:], len(folded)], strict=True))
        found = (self.vocabulary.actions(self.vocabulary.say(part)[:_LED]) for part in parts)
        return frozenset(verb for verbs in found for verb in verbs)

    def product(self, text: str) -> str | None:
        """What is brought forth, by the first words of a text, in the form in which it is compared."""
        told = self.words["product"].first(text)
        return self.key(text[told.span.start : told.span.end]) if told and told.span.start <= _EARLY else None

    def aimed(self, text: str) -> frozenset[str]:
        """For whom something is said to be; nothing where that is not said."""
        told = self.words["aimed"].first(text)
        return frozenset(self.plain(told.groups["who"]).split()) if told else frozenset()

    def says(self, value: str, text: str) -> bool:
        """Whether words of a kind of rules/audit_across.yaml stand in a text."""
        rules = self.words[value]
        if any(c.rule.negative for c in rules.compiled):
            return rules.first(text) is not None
        return rules.touches(text)  # no rule takes anything out: the first that matches will do

    def level(self, body: str) -> int | None:
        """How far down a body stands, 1 (the state) to 4 (communes); `None` where its name does not say."""
        told = [v for v in self.words if v.startswith(_LEVEL) and self.says(v, body)]
        return max((int(v.removeprefix(_LEVEL)) for v in told), default=None)


def without(text: str, phrases: Iterable[str]) -> str:
    """A text without some phrases, blanks and case apart."""
    squeezed = " ".join(text.split())
    folded = fold(squeezed)
    for phrase in sorted(phrases, key=len, reverse=True):
        told = " ".join(fold(phrase).split())
        while told and (at := folded.find(told)) >= 0:
            folded = f"{folded[:at]} | {folded[at + len(told) :]}"
            squeezed = f"{squeezed[:at]} | {squeezed[at + len(told) :]}"
    return squeezed


def reader_of(rulebook: Rulebook) -> Reader:
    """The reader of a rulebook. Raises `RulesError` where the table of words is not valid."""
    words = vocabulary()
    finder = marker()

    by_value = _by_value(rulebook[LABEL])

    @lru_cache(_REMEMBERED)
    def key(name: str) -> str:
        said = words.say(name.replace("-", " "), numbers=True)
        return " ".join(s for phrase in said for s in phrase.syllables)

    @lru_cache(_REMEMBERED)
    def unit(name: str, home: str | None) -> str:
        """With its home, told once: *Công an*, *Công an xã*, *Công an xã Bình Giang* of one plan are one."""
        seat = finder.seat(name)
        if home is None or by_value[f"{_LEVEL}1"].first(name) is not None:
            return key(name)
        if seat and " ".join(map(fold, seat)) != home:
            return key(name)
        own = key(without(name, [" ".join(seat)])) if seat else key(name)
        level, _, _ = plain(home).partition(" ")
        return f"{own.removesuffix(f' {level}')} {home}"

    @lru_cache(_REMEMBERED)
    def plain(name: str) -> str:
        return " ".join(plain_syllables(name))

    @lru_cache(_REMEMBERED)
    def subject(title: str) -> Mapping[str, float]:
        return {s: p.weight for p in words.say(title) if p.weight > COMMON for s in p.syllables}

    @lru_cache(_REMEMBERED)
    def title_marks(title: str) -> Marks:
        return finder.marks(undated(title))

    recipients, say = _sayings(words, by_value["recipient"])
    return Reader(
        vocabulary=words,
        marker=finder,
        words=by_value,
        unit=unit,
        general=means_many(rulebook["UNIT"]),
        anybody=means_anybody(rulebook["UNIT"]),
        key=key,
        recipients=recipients,
        say=say,
        title_marks=title_marks,
        title_years=lru_cache(_REMEMBERED)(finder.years),
        plain=plain,
        subject=subject,
    )


def _sayings(
    words: Vocabulary, told: RuleSet
) -> tuple[Callable[[str], tuple[str, ...]], Callable[[str, tuple[str, ...]], Sequence[Said]]]:
    """What tells the recipients of a text, and its phrases, with the names of its units and recipients left out.

    Both remember: a plan that comes in is filed, and then held against others.
    """

    @lru_cache(_REMEMBERED)
    def recipients(text: str) -> tuple[str, ...]:
        return tuple(text[m.span.start : m.span.end] for m in told.find(text))

    @lru_cache(_REMEMBERED)
    def say(text: str, units: tuple[str, ...]) -> Sequence[Said]:
        return words.say(without(text, (*recipients(text), *units)))

    return recipients, say


def _by_value(rules: RuleSet) -> Mapping[str, RuleSet]:
    """The rules of each value, with those that take its matches out."""
    values = {c.rule.value for c in rules.compiled if c.rule.value}
    return {v: RuleSet(v, tuple(c for c in rules.compiled if c.rule.value in (v, None))) for v in values}


@cache
def reader() -> Reader:
    """The reader of the program's own rules. Raises `RulesError`."""
    return reader_of(load_rulebook())
