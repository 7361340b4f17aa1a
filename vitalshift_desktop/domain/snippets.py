"""Snippets: the counselor's own short pieces, each with a trigger that is typed after a semicolon."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NewType

from vitalshift_desktop.domain.problems import TextIsMissing, TextTooLong, TriggerIsTaken, TriggerUnusable

SnippetId = NewType("SnippetId", int)
SIGN = ";"
LONGEST_TRIGGER = 24
LONGEST_TEXT = 20_000
CLIENT, DATE, SESSION = "client", "date", "session"
PLACEHOLDERS = (CLIENT, DATE, SESSION)
_TRIGGER = re.compile(rf"[^\W_](?:[^\W_]|-){{0,{LONGEST_TRIGGER - 1}}}")
_BEING_TYPED = re.compile(rf"(?:^|(?<=[\s(“\"'])){SIGN}(?:[^\W_]|-){{0,{LONGEST_TRIGGER}}}$")
_PLACEHOLDER = re.compile(r"\{(" + "|".join(PLACEHOLDERS) + r")\}")


@dataclass(frozen=True, slots=True)
class Snippet:
    """One piece of text; `trigger` stands without its semicolon."""

    id: SnippetId
    trigger: str
    text: str

    @property
    def typed(self) -> str:
        """The trigger as it is typed."""
        return SIGN + self.trigger

    def checked(self, others: Iterable["Snippet"]) -> "Snippet":
        """The same, tidied; raises TriggerUnusable, TriggerIsTaken, TextIsMissing or TextTooLong."""
        trigger = self.trigger.strip().removeprefix(SIGN).lower()
        if not _TRIGGER.fullmatch(trigger):
            raise TriggerUnusable
        if any(other.trigger == trigger and other.id != self.id for other in others):
            raise TriggerIsTaken
        if not self.text.strip():
            raise TextIsMissing
        if len(self.text) > LONGEST_TEXT:
            raise TextTooLong
        return replace(self, trigger=trigger, text=self.text.strip("\n"))


def typed_trigger(before: str) -> str:
    """What of a trigger stands right before the caret, with its semicolon; empty where none is being typed."""
    found = _BEING_TYPED.search(before)
    return found[0] if found else ""


def offered(snippets: Iterable[Snippet], typed: str) -> tuple[Snippet, ...]:
    """The snippets whose trigger begins with what was typed, by trigger; a semicolon alone offers none."""
    if len(typed) <= len(SIGN):
        return ()
    beginning = typed.lower()
    return tuple(one for one in by_trigger(snippets) if one.typed.startswith(beginning))


def by_trigger(snippets: Iterable[Snippet]) -> tuple[Snippet, ...]:
    """In the order of their triggers."""
    return tuple(sorted(snippets, key=lambda one: one.trigger))


def filled(text: str, facts: Mapping[str, str]) -> str:
    """The text with {client}, {date} and {session} replaced where they are known here; others stay as they stand."""
    return _PLACEHOLDER.sub(lambda found: facts.get(found[1]) or found[0], text)
