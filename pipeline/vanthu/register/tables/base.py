"""What the tables share: one metadata, keys, names of constraints that are the same on every database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Integer, MetaData, Row, Text
from sqlalchemy.dialects import sqlite

AnyRow = Row[*tuple[Any, ...]]
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
KEY = BigInteger().with_variant(
    sqlite.INTEGER(), "sqlite"
)  # SQLite numbers rows by itself only where it says INTEGER
VALUE = JSON(none_as_null=True)


def identity() -> Column[int]:
    """The number of a row."""
    return Column("id", KEY, primary_key=True)


def link(
    name: str, to: str, *, needed: bool = True, primary: bool = False, index: bool = False
) -> Column[int]:
    """The number of a row of another table."""
    return Column(name, KEY, ForeignKey(f"{to}.id"), nullable=not needed, primary_key=primary, index=index)


def words(name: str, *, needed: bool = False, index: bool = False, unique: bool = False) -> Column[str]:
    """A text."""
    return Column(name, Text, nullable=not needed, index=index, unique=unique)


def count(name: str, *, needed: bool = True, primary: bool = False) -> Column[int]:
    """A small whole number."""
    return Column(name, Integer, nullable=not needed, primary_key=primary)
