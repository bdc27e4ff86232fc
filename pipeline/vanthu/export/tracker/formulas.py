"""The clock's arithmetic as formulas that Excel and LibreOffice reckon alike. The same in Python: `planning/clock.py`."""

from __future__ import annotations

from vanthu.export.tracker.columns import letter
from vanthu.planning.clock import Limit, Progress, State

ON_CELL = "$D$3"
SOON_CELL = "$G$3"


def state_formula(limit: Limit, row: int) -> str:
    """How the clock stands for the task in a row, counted from 1."""
    progress = f"${letter('Tiến độ')}{row}"
    due, done = f"${letter('Thời hạn hoàn thành')}{row}", f"${letter('Ngày hoàn thành')}{row}"
    stopped = f'{progress}="{Progress.STOPPED}"'
    if limit.repeats:
        return f'=IF({stopped},"{State.STOPPED}","{limit.otherwise}")'
    finished = f'IF(ISNUMBER({done}),INT({done})<=INT({ON_CELL}),{progress}="{Progress.DONE}")'
    kept = (
        f'IF(ISNUMBER({done}),IF(INT({done})<=INT({due}),"{State.ON_TIME}","{State.LATE}"),"{State.UNDATED}")'
    )
    near = f"INT({ON_CELL})+{SOON_CELL}>=INT({due})-{limit.lead}"
    running = f'IF(INT({ON_CELL})>INT({due}),"{State.OVERDUE}",IF({near},"{State.SOON}","{State.AHEAD}"))'
    dated = f"IF({finished},{kept},{running})"
    undated = f'IF({due}="","{limit.otherwise}","Ngày không đúng")'
    return f'=IF({stopped},"{State.STOPPED}",IF(ISNUMBER({due}),{dated},{undated}))'
