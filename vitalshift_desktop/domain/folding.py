"""Text as it is looked for: without accents and capitals."""

import unicodedata


def folded(text: str) -> str:
    """The text without accents and capitals, for sorting and finding."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
