"""The rest of a client's file: how to reach them safely, what they need, and whether it is one person's."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from vitalshift_desktop.domain.clients import LONGEST_FIELD, LONGEST_TEXT
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import TextTooLong


class ClientKind(StrEnum):
    """Whose file it is."""

    PERSON = "person"
    COUPLE = "couple"
    FAMILY = "family"


_LONG = ("address", "access_needs")


@dataclass(frozen=True, slots=True)
class ClientFile:
    """What a counselor writes down about a client beside name and code; every field may stay empty.

    `interpreter_language` is empty where no interpreter is needed; `cover_name` is what to say when calling.
    """

    kind: ClientKind = ClientKind.PERSON
    address: str = ""
    no_voicemail: bool = False
    no_letters: bool = False
    no_messages: bool = False
    cover_name: str = ""
    languages: str = ""
    interpreter_language: str = ""
    access_needs: str = ""

    @property
    def is_joint(self) -> bool:
        """True for the file of a couple or a family."""
        return self.kind is not ClientKind.PERSON

    @property
    def uses_interpreter(self) -> bool:
        """True where an interpreter is needed: sessions, forms and wording are offered accordingly."""
        return bool(self.interpreter_language.strip())

    def checked(self) -> "ClientFile":
        """The same file without stray spaces; raises TextTooLong or HiddenCharacters."""
        texts = {field.name: getattr(self, field.name) for field in fields(self) if field.type in (str, "str")}
        tidy = {name: text.strip() for name, text in texts.items()}
        check_visible(*tidy.values())
        if any(len(text) > (LONGEST_TEXT if name in _LONG else LONGEST_FIELD) for name, text in tidy.items()):
            raise TextTooLong
        return replace(self, **tidy)
