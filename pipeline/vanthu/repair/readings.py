"""Which readings an unsure word could have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vanthu.repair.context import Reading
from vanthu.repair.doubt import Trust
from vanthu.repair.letters import Core, core, distance, is_slip, skeleton
from vanthu.repair.lexicon import Lexicon

SLIP, MARKS, OTHER = "mend.slip", "mend.marks", "mend.other_reading"

_CARE: Mapping[Trust, float] = {
    Trust.SLIPPERY: 1.6,
    Trust.BLURRED: 1.6,
    Trust.UNSURE: 1.6,
    Trust.DOUBTFUL: 0.8,
}
_OTHER = 0.4  # what it costs to take the other engine's word


def readings(
    text: str, trust: Trust, lexicon: Lexicon, *, others: tuple[str, ...] = (), inside: bool = False
) -> tuple[Reading, ...]:
    """What a word could be, what was read first. `others`: what other engines read; `inside`: a capital here makes a name."""
    parts = core(text)
    read = Reading(text, parts.folded if parts else "", 0.0)
    if trust is Trust.SURE:
        return (read,)
    found = [read]
    seen = {text}
    for reading in (*_others(text, others, lexicon), *_spellings(parts, trust, lexicon, inside=inside)):
        if reading.text not in seen:
            seen.add(reading.text)
            found.append(reading)
    return tuple(found)


def _others(text: str, others: tuple[str, ...], lexicon: Lexicon) -> Iterator[Reading]:
    """Other readings of a word without figures, which are never settled by neighbours."""
    if any(c.isdigit() for c in text):
        return
    read = core(text)
    is_word = read is not None and (read.folded in lexicon.syllables or read.letters.isupper())
    for other in others:
        letters = core(other)
        if letters is not None and skeleton(letters.folded) is not None:
            yield Reading(other, letters.folded, _OTHER, OTHER, partners=int(is_word))


def _spellings(parts: Core | None, trust: Trust, lexicon: Lexicon, *, inside: bool) -> Iterator[Reading]:
    """The syllables of the lexicon that differ from a word by marks alone."""
    if parts is None or (len(parts.letters) < 2 and parts.letters.isascii()):
        return
    bare = skeleton(parts.folded)
    if bare is None:
        return
    name = inside and parts.letters[0].isupper()
    slips_alone = trust is Trust.SLIPPERY or (name and trust is Trust.BLURRED)
    is_word = trust is Trust.BLURRED and parts.folded in lexicon.syllables
    for meant in lexicon.alike.get(bare, ()):
        slip = is_slip(parts.folded, meant)
        text = parts.spelled(meant)
        if meant == parts.folded or text is None or (slips_alone and not slip):
            continue
        cost = distance(parts.folded, meant) * _CARE[trust]
        plain = not name and slip and meant in lexicon.alone and parts.folded not in lexicon.syllables
        needed = 0 if plain else 2 if is_word and not slip else 1
        yield Reading(text, meant, cost, SLIP if slip else MARKS, partners=needed)
