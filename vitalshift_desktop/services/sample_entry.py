"""Reads one JSON object of the sample practice, key by key, and says plainly what is wrong where."""

from collections.abc import Sequence
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

Word = TypeVar("Word", bound=StrEnum)


class SampleInvalid(ValueError):
    """The sample data does not keep to its format; the message names the file, the place and what was expected."""


class Entry:
    """One JSON object with the place it stands at; every key must be known, and no others may be there."""

    def __init__(self, data: object, place: str) -> None:
        if not isinstance(data, dict):
            raise SampleInvalid(f"{place}: expected an object")
        self.place = place
        self._data: dict[str, object] = {str(key): value for key, value in data.items()}
        self._asked: set[str] = set()

    def wrong(self, key: str, expected: str) -> SampleInvalid:
        """The error for a key."""
        return SampleInvalid(f"{self.place}.{key}: expected {expected}")

    def finish(self) -> None:
        """Refuse keys that nobody asked for."""
        unknown = sorted(self._data.keys() - self._asked)
        if unknown:
            raise SampleInvalid(f"{self.place}: unknown key {unknown[0]!r}")

    def has(self, key: str) -> bool:
        """True when the key is there with a value."""
        self._asked.add(key)
        return self._data.get(key) is not None

    def is_text(self, key: str, text: str) -> bool:
        """True when the key is there with exactly this text."""
        self._asked.add(key)
        return self._data.get(key) == text

    def is_null(self, key: str) -> bool:
        """True when the key is there and says null."""
        self._asked.add(key)
        return key in self._data and self._data[key] is None

    def text(self, key: str, default: str | None = None) -> str:
        """A text; required without a default."""
        value = self._value(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, "a text")
        return value

    def whole(self, key: str, default: int | None = None) -> int:
        """A whole number; required without a default."""
        value = self._value(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, "a whole number")
        return value

    def maybe_whole(self, key: str) -> int | None:
        """A whole number or nothing."""
        return self.whole(key) if self.has(key) else None

    def maybe_number(self, key: str) -> float | None:
        """A number or nothing."""
        value = self._data.get(key) if self.has(key) else None
        if value is not None and (not isinstance(value, int | float) or isinstance(value, bool)):
            raise self.wrong(key, "a number")
        return None if value is None else float(value)

    def number(self, key: str) -> float:
        """A number; required."""
        value = self.maybe_number(key)
        if value is None:
            raise self.wrong(key, "a number")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false when it is not there."""
        value = self._value(key, default=False)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return value

    def word(self, key: str, kind: type[Word], default: Word | None = None) -> Word:
        """One of the words of `kind`; required without a default."""
        text = self.text(key, default.value if default else None)
        try:
            return kind(text)
        except ValueError:
            raise self.wrong(key, f"one of {', '.join(kind)}") from None

    def maybe_date(self, key: str) -> date | None:
        """A date such as 1991-05-04, or nothing."""
        if not self.has(key):
            return None
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            raise self.wrong(key, "a date such as 1991-05-04") from None

    def maybe_clock(self, key: str) -> time | None:
        """A wall-clock time such as 13:30, or nothing."""
        return self.clock(key) if self.has(key) else None

    def clock(self, key: str, default: str | None = None) -> time:
        """A wall-clock time such as 13:30."""
        try:
            return time.fromisoformat(self.text(key, default))
        except ValueError:
            raise self.wrong(key, "a time such as 13:30") from None

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers; empty when it is not there."""
        value = self._value(key, [])
        if not isinstance(value, list) or any(not isinstance(one, int) or isinstance(one, bool) for one in value):
            raise self.wrong(key, "a list of whole numbers")
        return tuple(value)

    def answers(self, key: str) -> tuple[int | None, ...]:
        """A list of whole numbers in which null is a blank; empty when it is not there."""
        value = self._value(key, [])
        whole = isinstance(value, list) and all(one is None or type(one) is int for one in value)
        if not isinstance(value, list) or not whole:
            raise self.wrong(key, "a list of whole numbers or null")
        return tuple(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when it is not there."""
        value = self._value(key, [])
        if not isinstance(value, list) or any(not isinstance(one, str) for one in value):
            raise self.wrong(key, "a list of texts")
        return tuple(value)

    def ratings(self, key: str) -> tuple[tuple[str, int], ...]:
        """An object of names with whole numbers; empty when it is not there."""
        value = self._value(key, {})
        if not isinstance(value, dict) or any(not isinstance(one, int) for one in value.values()):
            raise self.wrong(key, "an object of whole numbers")
        return tuple((str(name), number) for name, number in value.items())

    def each(self, key: str) -> Sequence["Entry"]:
        """A list of objects; empty when it is not there."""
        value = self._value(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "a list")
        return [Entry(one, f"{self.place}.{key}[{place}]") for place, one in enumerate(value)]

    def required(self, key: str) -> "Entry":
        """An object; required."""
        found = self.one(key)
        if found is None:
            raise self.wrong(key, "an object")
        return found

    def names(self) -> tuple[str, ...]:
        """The keys of an object whose keys are names, in their order."""
        return tuple(self._data)

    def one(self, key: str) -> "Entry | None":
        """An object, or nothing."""
        return Entry(self._data[key], f"{self.place}.{key}") if self.has(key) else None

    def _value(self, key: str, default: object) -> object:
        self._asked.add(key)
        value = self._data.get(key, default)
        if value is None:
            value = default
        if value is None:
            raise self.wrong(key, "a value")
        return value
