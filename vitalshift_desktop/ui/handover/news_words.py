"""What is told after the vault was opened about forms that were handed over."""

from collections.abc import Callable, Iterable

from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.handovers import FileRefusal
from vitalshift_desktop.services.handover_intake import HandoverNews, News
from vitalshift_desktop.words import _

Naming = Callable[[Client], str]
MOST_NAMED = 3
"""So many refused files are told one by one; of more only the number is told."""


def news_words(news: Iterable[HandoverNews], name: Naming) -> str:
    """All of it in sentences, what clients answered first; "" where there is nothing to tell."""
    told = list(news)
    refused = [one for one in told if one.what is News.REFUSED]
    lost = [one for one in refused if one.declined and one.refusal is not FileRefusal.NEWER]
    told = [one for one in told if one.what is not News.REFUSED]
    sentences = [_told(one, name) for one in told]
    if len(refused) > MOST_NAMED:
        sentences.append(_many_refused(len(refused)))
    else:
        sentences.extend(_refused(one) for one in refused)
    sentences.extend(_lost(one, name) for one in lost)
    return " ".join(dict.fromkeys(sentences))  # several that wait are told once


def _told(one: HandoverNews, name: Naming) -> str:
    if one.what is News.WAITING:
        return _("Answers that a client gave could not be taken in yet. They are kept; lock and unlock to try again.")
    who = name(one.client) if one.client is not None else ""
    given, declined = ", ".join(one.given), ", ".join(one.declined)
    if one.what is News.TAKEN_IN and declined:
        words = _("{name} answered {given}, and left out {declined}.")
    elif one.what is News.TAKEN_IN:
        words = _("{name} answered {given}.")
    elif one.what is News.DECLINED:
        words = _("{name} would rather not answer {declined} today.")
    else:
        words = _("{declined} was handed over to {name} and not finished: no answer was kept.")
    return words.format(name=who, given=given, declined=declined)


def _lost(one: HandoverNews, name: Naming) -> str:
    who = name(one.client) if one.client is not None else ""
    words = _("What {name} was given did not arrive: {forms}. Ask again.")
    return words.format(name=who, forms=", ".join(one.declined))


def _many_refused(number: int) -> str:
    words = _(
        "{n} files of answers were refused. They lie unharmed in the vault’s folder, with names that begin with "
        "“refused-handover”: look at them there, or ask who else can write to that folder."
    )
    return words.format(n=number)


def _refused(one: HandoverNews) -> str:
    if one.refusal is FileRefusal.NEWER and one.handover is not None:
        words = _("Answers in {file} were sealed by a newer VitalShift. They wait there until this one is up to date.")
        return words.format(file=one.file)
    words = _("A file of answers was refused: {why} It lies unharmed in the vault’s folder as {file}.")
    return words.format(why=_why(one.refusal), file=one.file)


def _why(refusal: FileRefusal | None) -> str:
    return {
        FileRefusal.FOREIGN: _("it was not made for these records, or made by hand."),
        FileRefusal.FORGED: _("it was not sealed for the hand-over whose name it bears, or it was altered."),
        FileRefusal.TAKEN_BEFORE: _("its hand-over was taken in or closed before."),
        FileRefusal.NOT_WHOLE: _("it is not whole, or not a file of answers."),
        FileRefusal.NOT_A_FILE: _("it is a link, a folder or a device."),
        FileRefusal.NEWER: _("it was sealed by a newer VitalShift."),
        FileRefusal.OFF_SCALE: _("it holds answers that the forms do not have."),
        FileRefusal.ALREADY_THERE: _("the session has this form already."),
    }[refusal or FileRefusal.FOREIGN]
