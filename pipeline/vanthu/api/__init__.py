"""The library: what the command line does, as functions.

    from vanthu import api

    plan = api.process("ke-hoach.pdf")
    for task in plan.tasks or ():
        print(task.id, task.text, [deadline.raw for deadline in task.deadlines])
    api.write(plan, "out/ke-hoach")

All functions raise subclasses of `vanthu.errors.VanthuError` for what a person can mend, with one Vietnamese line
that says what happened and what to do next.

What stands where is told by `__init__.pyi`; a function's module is imported when the function is first asked for, so that a
command waits for nothing that it doesn't use.
"""

from __future__ import annotations

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
