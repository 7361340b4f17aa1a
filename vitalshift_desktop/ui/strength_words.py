"""The strength of a passphrase in words, with its reason."""

from vitalshift_desktop.domain.passphrases import Strength, StrengthReason
from vitalshift_desktop.words import _, ngettext


def strength_word(strength: Strength) -> str:
    """One word: too weak, fair, good or strong."""
    if not strength.acceptable:
        return _("Too weak")
    return {2: _("Fair"), 3: _("Good")}.get(strength.score, _("Strong") if strength.score > 3 else _("Fair"))


def reason_words(strength: Strength) -> str:
    """Why: how many words and characters, and what makes it easy or hard to guess."""
    words = ngettext("{n} word", "{n} words", strength.words).format(n=strength.words)
    characters = ngettext("{n} character", "{n} characters", strength.characters).format(n=strength.characters)
    return _("{words}, {characters}. {reason}").format(
        words=words, characters=characters, reason=_reason(strength.reason)
    )


def _reason(reason: StrengthReason) -> str:
    return {
        StrengthReason.EMPTY: "",
        StrengthReason.TOO_SHORT: _("Use at least 12 characters."),
        StrengthReason.COMMON: _("It is in the list of common phrases."),
        StrengthReason.REPEATED: _("It repeats itself."),
        StrengthReason.KEYBOARD: _("It follows the rows of the keyboard."),
        StrengthReason.SEQUENCE: _("It is a sequence, such as abc or 123."),
        StrengthReason.DATE: _("It looks like a date."),
        StrengthReason.GUESSABLE: _("A computer could guess it. Add a word or two."),
        StrengthReason.FAIR: _("Another word would make it strong."),
        StrengthReason.STRONG: _("Not in the list of common phrases."),
    }[reason]
