"""Note templates: the headings a note begins with. A note keeps its own headings, whatever becomes of its template."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vitalshift_desktop.domain.problems import HeadingTwice, TextIsMissing, TextTooLong

FREE, DAP, RISK, PLAN = "free", "dap", "risk", "plan"
OWN = "own"
LONGEST_NAME, LONGEST_HINT, MOST_HEADINGS = 80, 200, 30


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: the key by which text finds it again, its words, and a short hint what belongs under it."""

    key: str
    words: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NoteTemplate:
    """A template. `repeats` is False for what is written once, such as an intake: the next note does not follow it."""

    key: str
    name: str
    headings: tuple[Heading, ...]
    repeats: bool = True
    put_away: bool = False

    @property
    def is_own(self) -> bool:
        """True for one that the counselor made; the others come with the app and stay as they are."""
        return self.key.partition(":")[0] == OWN

    def heading(self, key: str) -> Heading | None:
        """The heading with this key, if there is one."""
        return next((heading for heading in self.headings if heading.key == key), None)


def own_key(number: int) -> str:
    """The key of the counselor's own template of this number."""
    return f"{OWN}:{number}"


def own_number(key: str) -> int:
    """The number of one of the counselor's own templates; raises ValueError for another."""
    kind, _colon, number = key.partition(":")
    if kind != OWN:
        raise ValueError(key)
    return int(number)


def checked(template: NoteTemplate) -> NoteTemplate:
    """The template with its words trimmed and a key for each new heading; empty headings are left out.

    Raises TextIsMissing without a name or a heading, HeadingTwice, or TextTooLong.
    """
    name = template.name.strip()
    headings = [
        replace(heading, words=heading.words.strip(), hint=heading.hint.strip())
        for heading in template.headings
        if heading.words.strip()
    ]
    words = [_plain(heading.words) for heading in headings]
    if not name or not headings:
        raise TextIsMissing
    if len(set(words)) < len(words):
        raise HeadingTwice
    too_long = any(len(one.words) > LONGEST_NAME or len(one.hint) > LONGEST_HINT for one in headings)
    if too_long or len(name) > LONGEST_NAME or len(headings) > MOST_HEADINGS:
        raise TextTooLong
    return replace(template, name=name, headings=with_keys(headings))


def with_keys(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """The same headings, each with a key of its own: a new one is named after its words."""
    taken = {heading.key for heading in headings if heading.key}
    made: list[Heading] = []
    for heading in headings:
        key = heading.key or _free_key(heading.words, taken)
        taken.add(key)
        made.append(replace(heading, key=key))
    return tuple(made)


def hint_of(key: str, template: NoteTemplate | None, others: Iterable[NoteTemplate]) -> str:
    """The hint under a heading: its own template's, else that of any other with this key."""
    known = ((template,) if template is not None else ()) + tuple(others)
    return next((found.hint for one in known if (found := one.heading(key)) is not None), "")


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _free_key(words: str, taken: set[str]) -> str:
    stem = "_".join("".join(letter if letter.isalnum() else " " for letter in words.casefold()).split()) or "part"
    number, key = 1, stem
    while key in taken:
        number += 1
        key = f"{stem}_{number}"
    return key
