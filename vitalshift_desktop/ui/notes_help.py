"""Help: notes on agreements, worksheets, consultations and the drift watch; what is counted, and what it cannot say."""

from vitalshift_desktop.words import _


def notes_help() -> tuple[str, ...]:
    """The paragraphs of the page."""
    return (*_about_notes(), *_about_drift())


def _about_notes() -> tuple[str, ...]:
    return (
        _(
            "A note on an agreement tells in facts what happened that touches a clause. It belongs to the version that "
            "was in force on its day, is written once, and is only added to afterwards. It is neutral until you call "
            "it something, and you need not. Distress, or asking for help, is never a note on an agreement."
        ),
        _(
            "Crossing and violation are words for your own conduct alone. What a client did is kept, stretched, not "
            "kept, or a reason to reword the clause. To call it something else later takes a reason; the first word "
            "stays to be read. A note set aside stays too, and is counted no more."
        ),
        _(
            "A clause is suggested for a look when there are two notes on the version in force, or one that you "
            "started. Notes that were known when the clause was last looked at, or from before all clauses were last "
            "looked at together, do not count again. It is a reason to ask, not a finding."
        ),
        _(
            "A contact note leads to an agreement only when you take that second step, and only where the version of "
            "its day did not permit the contact."
        ),
        _(
            "The worksheet is for before: what, why, whose need, what else could be done. Until you write what "
            "happened it can be changed and removed; then it is closed and only added to."
        ),
        _(
            "The consultation log has what you asked whom, with a client or about none. An entry that is put right "
            "stands in place of the earlier one, which stays to be read. The page of all consultations searches the "
            "words that stand now."
        ),
    )


def _about_drift() -> tuple[str, ...]:
    return (
        _(
            "The drift watch reads your own sessions, contacts and fees over the days you choose. Longer than agreed: "
            "held sessions whose noted length, or planned length where none is noted, is above the length agreed for "
            "that day, or planned where nothing was agreed. Every minute counts; there is no threshold."
        ),
        _(
            "Out of hours: calls and messages, whoever began them, at a time outside the hours of the clause version "
            "of that day, or outside the hours of the practice where that version names none. The hours of the "
            "practice in Settings, Practice are those of today and are used for earlier days as well. What has no "
            "hours to be compared with is told apart. Waived: fees that you waived for sessions of these days."
        ),
        _(
            "It cannot say why. A long session can be the right one, a late message can be agreed by voice, and what "
            "was not noted is not there. Nothing is scored, ranked or kept; counts of a few weeks say little."
        ),
        _(
            "Notes, worksheets and consultations are printed nowhere and stand on no page that a client fills in. They "
            "are part of the record all the same: where the law gives somebody the record, they may be in it."
        ),
    )
