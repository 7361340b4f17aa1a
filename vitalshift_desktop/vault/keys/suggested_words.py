"""A passphrase made by dice: five words of the EFF large word list."""

import secrets
from functools import cache

from vitalshift_desktop.assets import asset_text

WORDS = 5


def suggested_passphrase() -> str:
    """Five words with spaces between them, drawn by the system's random source.

    Each of the 7,776 words is as likely as any other, so it takes 5 x log2(7,776) = 64.6 bits to guess them.
    """
    return " ".join(secrets.choice(_words()) for _ in range(WORDS))


@cache
def _words() -> tuple[str, ...]:
    return tuple(asset_text("words", "eff_large_wordlist.txt").split())
