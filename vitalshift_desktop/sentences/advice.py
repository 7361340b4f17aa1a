"""A problem in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advice:
    """A problem in words: what happened and what is safe, and the next step."""

    what: str
    next_step: str

    @property
    def whole(self) -> str:
        """Both, one after the other."""
        return f"{self.what} {self.next_step}"
