"""Two texts of one note: neither is lost, the one typed here goes below the one that stands."""

from collections.abc import Sequence
from dataclasses import replace

from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.notes import Section


def both_texts(theirs: Sequence[Section], mine: Sequence[Section]) -> tuple[Section, ...]:
    """What stands in the vault, with what was typed here below it where that differs."""
    typed = {section.key: section.text for section in mine}
    known = {section.key for section in theirs}
    both = [
        section if typed.get(section.key, "") in ("", section.text) else _joined(section, typed[section.key])
        for section in theirs
    ]
    # A heading that is gone from what stands there keeps what was typed under it here.
    return (*both, *(section for section in mine if section.key not in known and section.text.strip()))


def put_back(theirs: Sequence[Section], form: HalfFilled) -> tuple[Section, ...]:
    """What stands in the vault replaced by what was kept; below it where it changed since that was begun."""
    mine = [Section(key, text) for key, text in form.fields.items()]
    known = [
        replace(section, text="") if section.text == form.base.get(section.key, "") else section for section in theirs
    ]
    both = both_texts(known, mine)
    kept = [section if one.text == "" else one for section, one in zip(theirs, both, strict=False)]
    return (*kept, *both[len(kept) :])


def _joined(section: Section, mine: str) -> Section:
    return replace(section, text=f"{section.text}\n\n{mine}" if section.text.strip() else mine)
