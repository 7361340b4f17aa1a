"""Text in the fields of forms: what cannot be seen and turns the meaning around is refused."""

from vitalshift_desktop.domain.problems import HiddenCharacters
from vitalshift_desktop.domain.typed_text import cleaned


def has_hidden(text: str) -> bool:
    """Whether a text holds NUL, another control character, or a sign that turns the order of the words."""
    return cleaned(text).removed > 0


def check_visible(*texts: str) -> None:
    """Raises HiddenCharacters if one of the texts holds what cannot be seen."""
    if any(has_hidden(text) for text in texts):
        raise HiddenCharacters
