from __future__ import annotations

import json

from vanthu.cli.terminal.streams import give


def command() -> None:
    """In JSON Schema của plan.json."""
    from vanthu.contract.plan_file import schema

    give(json.dumps(schema(), ensure_ascii=False, indent=2))
