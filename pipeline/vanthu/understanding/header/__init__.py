"""The formal parts of a document: what stands at its head and at its foot (NĐ 30/2020, Phụ lục I)."""

from vanthu.understanding.header.assemble import read_header

__all__ = ["read_header"]
