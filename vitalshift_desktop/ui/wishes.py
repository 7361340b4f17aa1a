"""What a page asks of the main window, so that pages need not know each other."""

from PySide6.QtCore import QObject, Signal


class Wishes(QObject):
    """One signal for each thing that leads from one page to another."""

    page = Signal(str)
    """Go to a page of the navigation: home, clients, reminders, vault, settings."""
    client = Signal(object, str)
    """Open a client (ClientId) at a tab, by its key as it stands in `client_workspace`."""
    entry = Signal(object, str, int, int)
    """Open a client (ClientId) at a tab and there one thing by its number, such as a goal, and one part of it or 0."""
    new_goal = Signal(object)
    """Open the goals of a client (ClientId) and ask for a new one."""
    search = Signal(object, str)
    """Search the record, of one client (ClientId) or of all (None), beginning with this text."""
    week = Signal(object)
    """Show the week of a day (date)."""
    note = Signal(object)
    """Start or open the note of a session (SessionId)."""
    unplanned_note = Signal(object)
    """Start a session that was not planned with a client (ClientId or None: ask which) and open its note."""
    summary = Signal(object)
    """Preview the progress summary of a client (ClientId)."""
    new_client = Signal()
    """Ask for a new client's details."""
    enter_measure = Signal(object, object, object)
    """Ask for the answers to a form: of a client (ClientId), an instrument's id, a session; None is asked for."""
    correct_measure = Signal(object)
    """Ask for the right answers in place of a form (AdministrationId) that was entered wrongly."""
    client_measures = Signal(object)
    """Show which measures are used with a client (ClientId), where that is chosen."""
    edit_client = Signal(object)
    """Ask for changes to a client's details (ClientId)."""
    plan_session = Signal(object)
    """Ask for the time of a new session with a client (ClientId or None: ask which)."""
    move_session = Signal(object)
    """Ask for another time of a session (SessionId)."""
    cancel_session = Signal(object)
    """Ask who cancelled a session (SessionId), and with what notice."""
    correct_attendance = Signal(object, object)
    """Ask how attendance of a session (SessionId) is to be put right, with an Attendance chosen already or None."""
    standing_form = Signal(object, object, object)
    """Ask for a standing appointment of a client (ClientId), or for a change of one (StandingId) from a day (date)."""
    closure_form = Signal(object)
    """Ask from when to when the practice is closed, or for a change of that (ClosureId or None)."""
    charge_session = Signal(object)
    """Ask what became of the fee for a session (SessionId): amount, day, way of paying."""
    agree_fee = Signal(object)
    """Ask for the fee that is agreed with a client (ClientId)."""
    session_course = Signal(object)
    """Ask how a session (SessionId) went: begun late, how long it lasted."""
    reach_out = Signal(object)
    """Ask how the counselor reached out to a client (ClientId) who has gone quiet."""
    plan_at = Signal(object)
    """Ask for whom a session at this local time (datetime) is to be."""
    new_reminder = Signal(object)
    """Ask for a new reminder, for a client (ClientId) or None."""
    capture = Signal()
    """Ask for a few words to keep in the inbox."""
    new_contact = Signal(object)
    """Ask for a new contact note, for a client (ClientId) or None: ask which."""
    process_notes = Signal(object)
    """Open the process notes of a client (ClientId)."""
    vault = Signal(str)
    """Open the vault page at a tab, by its key: backups, ways_in, check, audit, place."""
    back_up = Signal()
    """Back up now, asking for a folder where none is set."""
    drill = Signal()
    """Run the restore drill on the tab of backups, which is shown."""
    restore = Signal(object)
    """Lock, put a prepared restore (PreparedRestore) in place of these records, and begin at the unlock page."""
    lock = Signal()
    """Lock now, such as after a change of the vault key."""
    settings = Signal(str)
    """Open the settings at a section: practice, writing, notes, measures, privacy, appearance, keyboard."""
    instrument = Signal(str)
    """Show where the numbers of an instrument come from, by its id."""
    back = Signal()
    """Go back to where this page was opened from."""
    hand_over = Signal(object)
    """Ask which forms to hand over to the client in a session (SessionId)."""
    hand_over_client = Signal(object)
    """Ask the same in today's session of a client (ClientId), or of anybody (None)."""
    handed_over = Signal(object)
    """Lock, and show the client what was armed (Packet)."""
    safety_plan = Signal(object)
    """Open the safety plan of a client (ClientId)."""
    review_sheet = Signal(object, int)
    """Open the review sheet of session 3 or 5 of a client (ClientId)."""
    end_work = Signal(object)
    """Ask how the work with a client (ClientId) ends."""
    new_episode = Signal(object)
    """Look at the last episode of a client (ClientId), to open another one."""
    consents = Signal(object)
    """Show the consents and releases of a client (ClientId)."""
    agree = Signal(object)
    """Show the boundaries of a client (ClientId) and agree on them."""
    document = Signal(object)
    """Look at an attachment (AttachmentId)."""
    review_answer = Signal(object)
    """Review an answer to a critical item (AdministrationId), then the others of its client; None: all that wait."""
    not_given = Signal(object, str)
    """Ask for words why a measure, by its instrument's id, was not given in a session (SessionId)."""
    boundary_event = Signal(object, object, object)
    """Ask for a note on an agreement of a client (ClientId), on a clause or from a contact note (ids, or None)."""
    note_of_worksheet = Signal(object)
    """Ask for a note on an agreement that tells what a worksheet (WorksheetId) told."""
    drift = Signal(object)
    """Open the drift watch, for a client (ClientId) or over all (None)."""
    practice_hours = Signal()
    """Ask for the hours of the practice."""
    consultations = Signal()
    """Open the consultation log of the practice."""
    about_agreement = Signal(str, object)
    """Read what was written about an agreement, by kind (event, worksheet, consultation) and its id."""
    undo_offered = Signal(str, object)
    """Offer to undo what was just done: its sentence and a callable that undoes it."""
    trouble = Signal(object)
    """Show a Problem beside the page, in a banner, when there is no field to show it at."""
