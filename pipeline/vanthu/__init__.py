"""Reads Vietnamese administrative plans and turns paper into work that can be tracked.

Nothing is imported here, so that the command line starts at once; the library's functions are in `vanthu.api`.
"""

from __future__ import annotations

__version__ = "0.1.0"
