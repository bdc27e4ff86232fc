"""The office's book of documents: files, plans in all their versions, what people said, what happened."""

from __future__ import annotations

from vanthu.register.address import Address
from vanthu.register.opening import open_register
from vanthu.register.register import Register

__all__ = ["Address", "Register", "open_register"]
