"""Overruling a stop for secrecy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import regex

from vanthu.errors import InputError
from vanthu.reading.secrecy import Cleared
from vanthu.register.keeping.manifest import sha256_of


def not_secret(files: Iterable[Path | str], *, who: str) -> frozenset[Cleared]:
    """A person's word that files (paths, or the SHA-256 of their bytes) are no state secrets: for `process`, `read`, `How`.

    On these files no marks are looked for, and nothing that is recognised in them is kept in the cache. Raises `InputError`
    for what is neither a file nor a hash.
    """
    return frozenset(Cleared(_hash(str(file)), who) for file in files)


def _hash(file: str) -> str:
    if regex.fullmatch(r"[0-9a-fA-F]{64}", file):
        return file.lower()
    try:
        return sha256_of(Path(file))
    except OSError:
        raise InputError(
            "không mở được tệp; hãy ghi đúng đường dẫn hoặc mã SHA-256 của tệp", where=file
        ) from None
