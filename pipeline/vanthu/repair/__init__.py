"""The ledger of repairs: which words are mended, by what, and which go to a person instead."""

from vanthu.repair.mend import Mended, Mender

__all__ = ["Mended", "Mender"]
