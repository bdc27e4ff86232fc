"""A restore that is killed at any moment leaves the register as it was, or whole."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from registered import plan_from
from vanthu.register import Register, open_register
from vanthu.register.intake import Arrival, bulk
from vanthu.register.keeping import backup, restore
from vanthu.register.keeping.manifest import contents

_RESTORE = """
import sys
from pathlib import Path
from vanthu.register.keeping import restore
print("ready", flush=True)
restore(Path(sys.argv[1]), sys.argv[2], force=True)
"""


def test_a_killed_restore_leaves_all_or_nothing(
    register: Register, elsewhere: str, looked: Callable[..., Any], tmp_path: Path
) -> None:
    list(bulk(register, (Arrival(plan_from(number)) for number in range(1, 41))))
    place = backup(register, tmp_path / "luu")
    whole = register.look(contents)
    with open_register(elsewhere, create=True) as other:
        list(bulk(other, [Arrival(plan_from(99))]))
    before = looked(elsewhere, contents)
    for wait in (0.01, 0.1, 0.3, 0.6):
        child = subprocess.Popen(
            [sys.executable, "-c", _RESTORE, str(place), elsewhere], stdout=subprocess.PIPE
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(wait)
        child.kill()
        child.wait()
        child.stdout.close()
        assert looked(elsewhere, contents) in (before, whole)
    restore(place, elsewhere, force=True)
    assert looked(elsewhere, contents) == whole
