"""One line of the log of reaching out."""

from vitalshift_desktop.domain.outreach import Outreach, Reply
from vitalshift_desktop.ui.dates_in_words import short_day
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _


def outreach_words(one: Outreach) -> str:
    """When and how it went out, and what came of it."""
    details = one.contact.details
    told = _("{day}, {how}.").format(day=short_day(details.day), how=in_sentence(details.channel))
    reply = one.reply
    if reply is None or reply.reply is Reply.NONE_YET:
        return f"{told} {label(Reply.NONE_YET)}."
    if reply.on == details.day:
        return f"{told} {label(reply.reply)}."
    return _("{told} {reply} on {day}.").format(told=told, reply=label(reply.reply), day=short_day(reply.on))
