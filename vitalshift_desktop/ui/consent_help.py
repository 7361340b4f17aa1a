"""How consents, releases and who may know what are kept, in plain words."""

from vitalshift_desktop.words import _


def consent_help() -> tuple[str, ...]:
    """The paragraphs of the help page."""
    return (
        _(
            "A consent says what was explained, who said yes, how, on which day and until when. Therapy itself stands "
            "first; fees, online work, records, recording, supervision, an interpreter and others taking part are "
            "separate, so that one can be taken back without the rest."
        ),
        _(
            "What is recorded stays. Taking a consent back adds the day and the words; a mistake is put right by a "
            "record beside it; a newer consent takes the place of an older one. All of them can be looked at."
        ),
        _(
            "Where others consent for the client, the form offers those whom the client’s file names, and asks what "
            "the client says. Those who consent together with another are both needed."
        ),
        _(
            "A release lets one person or office be told something, for a purpose and a time. Before a page is printed "
            "for somebody else, the app looks for one by the name you type, and says when there is none. It never "
            "stops you: where the law lets or makes you tell, you decide."
        ),
        _(
            "Who may know what is agreed for each person around the client. What was not agreed counts as “ask the "
            "client first”. It is shown when you name that person in a contact note or print a page for them."
        ),
        _(
            "With an interpreter in the client’s file, short sentences are offered first, a first form is offered as "
            "given through the interpreter, and the session asks who interpreted and for how long before and after."
        ),
        _("Rules for consent differ from place to place, for minors above all. Check them with your college."),
    )
