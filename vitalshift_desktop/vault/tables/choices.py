"""A column that holds one word out of a fixed list, checked by the database."""

from enum import StrEnum

from sqlalchemy import Enum


def choice(kind: type[StrEnum], name: str) -> Enum:
    """The column type for one of the words of `kind`; `name` names the check."""
    return Enum(kind, native_enum=False, create_constraint=True, length=40, name=name, values_callable=_words)


def _words(kind: type[StrEnum]) -> list[str]:
    return [member.value for member in kind]
