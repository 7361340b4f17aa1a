"""Help: how clauses come to be agreed, how they change, and when all of them are looked at together."""

from vitalshift_desktop.words import _


def agreement_help() -> tuple[str, ...]:
    """The paragraphs of the page."""
    return (
        _(
            "A clause is one thing that you and a client go by. It begins as a draft, from our wording, from your own "
            "or from nothing. Nobody goes by a draft until both of you agree on it."
        ),
        _(
            "Agreed wording is never changed. Another wording is the next version, with a reason, and it is in force "
            "from the day it is agreed. Two versions of a clause are never in force on the same day, so a day before "
            "the present version began is refused. Compare sets two versions side by side."
        ),
        _(
            "Our wordings are a beginning and no legal advice. Read them with your college’s rules beside you, and "
            "change them together with the client. “…” marks what is still to be filled in. Numbers to call come from "
            "Settings, Terms."
        ),
        _(
            "Which wording is offered first follows the client’s file: for a minor, with an interpreter, for coaching, "
            "or online where the last session was held by video or phone. A wording that you keep as your own is "
            "offered before our usual one."
        ),
        _(
            "All clauses are looked at together after session 5 and then every 12 sessions of the episode; Settings, "
            "Terms has both numbers. What was first agreed later than that waits for the next of these sessions. A "
            "single clause can have a day of its own as well."
        ),
        _(
            "A look is also due when the client turns 16 or 18, when the kind of service changes, or when you begin to "
            "meet online or with an interpreter and no clause is about that. It is a prompt: you and the client decide "
            "what stays."
        ),
    )
