"""What a whole sentence makes of its phrases of time: facts and phrases that another makes needless drop out, halves of one deadline join."""

from __future__ import annotations

from collections.abc import Sequence

from vanthu.document.content import Qualifier
from vanthu.rulebook import RuleSet
from vanthu.times.context import TimeContext
from vanthu.understanding.deadlines.facts import is_past
from vanthu.understanding.deadlines.found import BARE_DAY, Found
from vanthu.understanding.deadlines.joining import joined, measured
from vanthu.understanding.deadlines.links import Links
from vanthu.understanding.deadlines.needless import standing
from vanthu.understanding.deadlines.unread import half_read
from vanthu.understanding.deadlines.yearly import every_year


def settle(
    text: str, found: Sequence[Found], context: TimeContext, past: RuleSet, links: Links
) -> Sequence[Found]:
    """The deadlines that stand after the sentence was read as a whole."""
    if not found:
        return ()
    kept = [f for f in found if not is_past(f, context.issued_on, text, past, links)]
    kept = list(every_year(_limited(kept, text, links), text, links))
    kept = list(standing(measured(kept, text, links), text, links))
    seen = [f.span for f in found]
    return half_read(text, joined(kept, text, links), seen, links.opens, links.goes_on)


def _limited(found: Sequence[Found], text: str, links: Links) -> Sequence[Found]:
    """*chậm nhất ngày 31/5 (đợt I) và ngày 15/11 (đợt II)*: a bare day listed after a limit is a limit, too."""
    result: list[Found] = []
    for one in found:
        last = result[-1] if result else None
        told = last.deadline.qualifier if last else None
        if (
            last
            and one.rule.id == BARE_DAY
            and told in (Qualifier.BEFORE, Qualifier.BY)
            and links.join("and", "comma", text=text, one=last.span, other=one.span)
        ):
            one = one._replace(deadline=one.deadline.model_copy(update={"qualifier": told}))  # noqa: PLW2901 - the same, bound
        result.append(one)
    return result
