"""Half-filled forms: kept when the vault is locked, offered when it is open again."""

from collections.abc import Collection, Sequence
from contextlib import suppress

from vitalshift_desktop.domain.drafts import Draft, HalfFilled, as_text, from_text
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.vault.vault import Vault

_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError)


class Drafts:
    """One draft for each place; keeping never raises, since nothing may hold up a lock."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def keep(self, forms: Sequence[HalfFilled]) -> bool:
        """Keep all forms in one act, or in this computer's emergency file; False when neither could be written."""
        if not forms:
            return True
        try:
            self._keep(forms)
        except Problem:
            return self._keep_aside(forms)
        self._forget_aside([form.place for form in forms])
        return True

    def kept(self) -> tuple[Draft, ...]:
        """The drafts there are, the oldest first; what lies in the emergency file is taken in before.

        None while the vault is read only: they could be neither finished nor thrown away.
        """
        if self._vault.read_only is not None:
            return ()
        self._take_in()
        with self._vault.read() as work:
            return work.drafts.all()

    def settle(self, place: str) -> None:
        """The form of this place was finished or given up: nothing of it is kept any more."""
        with self._vault.write() as work:
            work.drafts.remove(place)
        self._forget_aside((place,))

    def discard(self) -> None:
        """Throw all drafts away."""
        with self._vault.write() as work:
            for draft in work.drafts.all():
                work.drafts.remove(draft.form.place)
        self._forget_aside(self._aside())

    def _keep(self, forms: Sequence[HalfFilled]) -> None:
        now = self._clock.now()
        with self._vault.write() as work:
            for form in forms:
                work.drafts.keep(Draft(form, now))

    def _keep_aside(self, forms: Sequence[HalfFilled]) -> bool:
        """Beside what was put there a moment ago: more than one form may find the drive full."""
        try:
            together = {**self._aside(), **{form.place: form for form in forms}}
            self._vault.emergency_draft.write(as_text(tuple(together.values())))
        except Problem:
            return False
        return True

    def _aside(self) -> dict[str, HalfFilled]:
        text = self._vault.emergency_draft.read()
        try:
            return {} if text is None else {form.place: form for form in from_text(text)}
        except _UNREADABLE:
            return {}

    def _forget_aside(self, places: Collection[str]) -> None:
        """What is in the vault by now, or not wanted any more, must not come back over what was written since."""
        with suppress(Problem, OSError):
            aside = self._aside()
            left = tuple(form for place, form in aside.items() if place not in places)
            if left and len(left) < len(aside):
                self._vault.emergency_draft.write(as_text(left))
            elif aside and not left:
                self._vault.emergency_draft.remove()

    def _take_in(self) -> None:
        text = self._vault.emergency_draft.read()
        if text is None:
            return
        try:
            self._keep(from_text(text))
        except _UNREADABLE:
            return  # made by a newer app, perhaps; it stays where it is
        self._vault.emergency_draft.remove()
