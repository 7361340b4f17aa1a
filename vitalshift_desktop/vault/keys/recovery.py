"""The recovery code: 128 random bits as eight groups of four characters, with a checksum that finds typing errors."""

import hashlib
import hmac
import secrets
import unicodedata

from vitalshift_desktop.domain.problems import RecoveryCodeTypo

GROUPS, GROUP_SIZE = 8, 4
LENGTH = GROUPS * GROUP_SIZE
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_FORGIVEN = str.maketrans("OILU", "011V")
_NO_LETTERS = {"Zs", "Cc", "Pd", "Pc"}  # spaces, tabs and line ends, dashes, underscores
_VERSION = b"\x01"
_SECRET_SIZE = 16
_SUM_SIZE = 3


class RecoveryCode:
    """A recovery code; its `repr` never shows it."""

    def __init__(self, secret: bytes) -> None:
        if len(secret) != _SECRET_SIZE:
            raise ValueError("a recovery code carries 16 bytes")
        self._secret = secret

    @classmethod
    def random(cls) -> "RecoveryCode":
        """A new code from the system's random source."""
        return cls(secrets.token_bytes(_SECRET_SIZE))

    @classmethod
    def parse(cls, typed: str) -> "RecoveryCode":
        """The code somebody typed; case, spaces, dashes, O for 0, I or L for 1, and U for V are forgiven.

        Raises RecoveryCodeTypo with the groups (1 to 8) where one wrong or two swapped characters would explain it.
        """
        letters = _tidy(typed)
        if len(letters) != LENGTH or any(letter not in _ALPHABET for letter in letters):
            raise RecoveryCodeTypo(_odd_groups(typed))
        secret = _decoded(letters)
        if secret is None:
            raise RecoveryCodeTypo(_likely_groups(letters))
        return cls(secret)

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups of four characters."""
        letters = _encoded(self._secret)
        return tuple(letters[start : start + GROUP_SIZE] for start in range(0, LENGTH, GROUP_SIZE))

    @property
    def text(self) -> str:
        """The code as it stands on the sheet."""
        return "-".join(self.groups)

    def group_matches(self, index: int, typed: str) -> bool:
        """Whether this was typed for the group `index` (0 to 7), as forgiving as `parse`."""
        return hmac.compare_digest(self.groups[index].encode(), _tidy(typed).encode())

    def secret(self) -> bytearray:
        """The 16 secret bytes, in memory that the caller wipes."""
        return bytearray(self._secret)

    def __repr__(self) -> str:
        """Never the code."""
        return "RecoveryCode(…)"


def _tidy(typed: str) -> str:
    letters = "".join(letter for letter in typed.upper() if unicodedata.category(letter) not in _NO_LETTERS)
    return letters.translate(_FORGIVEN)


def _encoded(secret: bytes) -> str:
    number = int.from_bytes(_VERSION + secret + _checksum(secret))
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(5 * (LENGTH - 1), -1, -5))


def _decoded(letters: str) -> bytes | None:
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    data = number.to_bytes(LENGTH * 5 // 8)
    secret = data[1:-_SUM_SIZE]
    return secret if data[:1] == _VERSION and data[-_SUM_SIZE:] == _checksum(secret) else None


def _checksum(secret: bytes) -> bytes:
    return hashlib.sha256(_VERSION + secret).digest()[:_SUM_SIZE]


def _odd_groups(typed: str) -> tuple[int, ...]:
    """The groups with a character too many, too few, or none of ours, if the groups can be told apart."""
    parts = [_tidy(part) for part in typed.replace("-", " ").split()]
    if len(parts) != GROUPS:
        return ()
    odd = (n for n, part in enumerate(parts, 1) if len(part) != GROUP_SIZE or any(c not in _ALPHABET for c in part))
    return tuple(odd)


def _likely_groups(letters: str) -> tuple[int, ...]:
    found: set[int] = set()
    for place in range(LENGTH):
        before, after = letters[:place], letters[place + 1 :]
        if any(_decoded(before + letter + after) for letter in _ALPHABET if letter != letters[place]):
            found.add(place // GROUP_SIZE + 1)
    for place in range(LENGTH - 1):
        swapped = letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :]
        if _decoded(swapped):
            found.update({place // GROUP_SIZE + 1, (place + 1) // GROUP_SIZE + 1})
    return tuple(sorted(found))
