"""Keeping a register safe: copies taken while it is in use, the way back, and a look whether all of it is sound; and what must not be kept."""

from vanthu.register.keeping.backup import backup
from vanthu.register.keeping.expunge import Expunged, expunge
from vanthu.register.keeping.fault import Fault
from vanthu.register.keeping.manifest import Manifest
from vanthu.register.keeping.restore import restore
from vanthu.register.keeping.verify import verify

__all__ = ["Expunged", "Fault", "Manifest", "backup", "expunge", "restore", "verify"]
