"""Half-filled forms: kept when the vault is locked, offered when it is open again."""

from collections.abc import Sequence

from vitalshift_desktop.domain.drafts import Draft, HalfFilled, as_text, from_text
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.vault.vault import Vault


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

    def discard(self) -> None:
        """Throw all drafts away."""
        with self._vault.write() as work:
            for draft in work.drafts.all():
                work.drafts.remove(draft.form.place)

    def _keep(self, forms: Sequence[HalfFilled]) -> None:
        now = self._clock.now()
        with self._vault.write() as work:
            for form in forms:
                work.drafts.keep(Draft(form, now))

    def _keep_aside(self, forms: Sequence[HalfFilled]) -> bool:
        try:
            self._vault.emergency_draft.write(as_text(forms))
        except Problem:
            return False
        return True

    def _take_in(self) -> None:
        text = self._vault.emergency_draft.read()
        if text is None:
            return
        try:
            self._keep(from_text(text))
        except (ValueError, KeyError, TypeError, AttributeError):
            return  # made by a newer app, perhaps; it stays where it is
        self._vault.emergency_draft.remove()
