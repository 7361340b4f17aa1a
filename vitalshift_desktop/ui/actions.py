"""Every command of the main window: its menu, its words and its keys."""

from dataclasses import dataclass
from enum import StrEnum

from vitalshift_desktop.words import _


class Where(StrEnum):
    """Where a command makes sense."""

    EVERYWHERE = "everywhere"
    CLIENT = "client"
    NOTE = "note"
    SUMMARY = "summary"
    DOCUMENT = "document"
    CLIENT_APART = "client_apart"


@dataclass(frozen=True, slots=True)
class Command:
    """One line of a menu. `keys` are Qt's portable key names; the first is shown."""

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    where: frozenset[Where] = frozenset({Where.EVERYWHERE})
    checkable: bool = False


SEPARATOR = "-"
_CLIENT = frozenset({Where.CLIENT, Where.NOTE, Where.SUMMARY, Where.DOCUMENT, Where.CLIENT_APART})
_CLIENT_PAGE = frozenset({Where.CLIENT})
_NOTE = frozenset({Where.NOTE})
_PAPER = frozenset({Where.CLIENT, Where.NOTE, Where.SUMMARY})


def menus() -> tuple[tuple[str, str], ...]:
    """The menus in order: name and title with its mnemonic."""
    return (
        ("file", _("&File")),
        ("edit", _("&Edit")),
        ("view", _("&View")),
        ("go", _("&Go")),
        ("client", _("&Client")),
        ("session", _("&Session")),
        ("help", _("&Help")),
    )


def commands() -> tuple[Command | str, ...]:
    """All commands in the order of the menus; a dash is a line between groups."""
    return (*_file(), *_edit(), *_view(), *_go(), *_client(), *_session(), *_help())


def _file() -> tuple[Command | str, ...]:
    return (
        Command("print", "file", _("Print progress summary…"), ("Ctrl+P",), _PAPER),
        Command("back_up", "file", _("Back up now…")),
        Command("drill", "file", _("Run the restore drill")),
        Command("vault", "file", _("Vault and backups")),
        Command("check_vault", "file", _("Check my vault…")),
        Command("audit_trail", "file", _("Audit trail")),
        Command("change_passphrase", "file", _("Change passphrase…")),
        Command("test_sheet", "file", _("Test my recovery sheet…")),
        Command("settings", "file", _("Settings"), ("Ctrl+,",)),
        SEPARATOR,
        Command("lock", "file", _("Lock"), ("Ctrl+L",)),
        Command("quit", "file", _("Quit"), ("Ctrl+Q",)),
    )


def _edit() -> tuple[Command | str, ...]:
    return (
        Command("undo", "edit", _("Undo"), ("Ctrl+Z",)),
        Command("redo", "edit", _("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        SEPARATOR,
        Command("cut", "edit", _("Cut"), ("Ctrl+X",)),
        Command("copy", "edit", _("Copy"), ("Ctrl+C",)),
        Command("paste", "edit", _("Paste"), ("Ctrl+V",)),
        Command("select_all", "edit", _("Select all"), ("Ctrl+A",)),
        SEPARATOR,
        Command("snippets", "edit", _("Snippets"), ("Ctrl+J",)),
        Command("spellings", "edit", _("Other spellings of this word"), ("Ctrl+.",)),
        Command("next_misspelt", "edit", _("Next misspelt word"), ("F7",)),
    )


def _view() -> tuple[Command | str, ...]:
    return (
        Command("initials", "view", _("Initials only"), ("Ctrl+Shift+I",), checkable=True),
        Command("cover", "view", _("Cover"), ("F8", "Ctrl+Shift+.")),
        SEPARATOR,
        Command("client_list", "view", _("Show or hide the client list"), ("Ctrl+B",), _CLIENT_PAGE),
        Command("larger", "view", _("Larger text"), ("Ctrl++", "Ctrl+=")),
        Command("smaller", "view", _("Smaller text"), ("Ctrl+-",)),
        Command("normal", "view", _("Normal text"), ("Ctrl+0",)),
    )


def _go() -> tuple[Command | str, ...]:
    return (
        Command("go_to", "go", _("Go to…"), ("Ctrl+K",)),
        Command("find", "go", _("Search the record…"), ("Ctrl+F",)),
        SEPARATOR,
        Command("home", "go", _("Today"), ("Ctrl+1",)),
        Command("clients", "go", _("Clients"), ("Ctrl+2",)),
        Command("reminders", "go", _("Reminders"), ("Ctrl+3",)),
        Command("insights", "go", _("Insights"), ("Ctrl+4",)),
        Command("fees", "go", _("Unpaid fees")),
        Command("inbox", "go", _("Inbox")),
        Command("drift", "go", _("Drift watch")),
        Command("consultations", "go", _("Consultations")),
        SEPARATOR,
        Command("back", "go", _("Back"), ("Alt+Left",)),
        Command("next_pane", "go", _("Next pane"), ("F6",)),
        Command("previous_pane", "go", _("Previous pane"), ("Shift+F6",)),
    )


def _client() -> tuple[Command | str, ...]:
    return (
        Command("new_client", "client", _("New client…"), ("Ctrl+Shift+N",)),
        Command("edit_client", "client", _("Client details…"), (), _CLIENT),
        Command("agree_fee", "client", _("Agree a fee…"), (), _CLIENT),
        Command("safety_plan", "client", _("Safety plan"), ("Ctrl+Shift+S",), _CLIENT),
        Command("review_sheet", "client", _("Review sheet"), (), _CLIENT),
        Command("new_reminder", "client", _("New reminder…"), ("Ctrl+Shift+R",)),
        Command("capture", "client", _("Quick capture…"), ("Ctrl+Shift+M",)),
        Command("new_contact", "client", _("New contact note…")),
        Command("boundary_event", "client", _("Note on an agreement…"), ("Ctrl+Shift+E",), _CLIENT),
        Command("process_notes", "client", _("Process notes"), (), _CLIENT),
        SEPARATOR,
        Command("previous_client", "client", _("Previous client"), ("Alt+Up",), _CLIENT_PAGE),
        Command("next_client", "client", _("Next client"), ("Alt+Down",), _CLIENT_PAGE),
        Command("next_tab", "client", _("Next tab"), ("Ctrl+Tab",), _CLIENT_PAGE),
        Command("previous_tab", "client", _("Previous tab"), ("Ctrl+Shift+Tab",), _CLIENT_PAGE),
    )


def _session() -> tuple[Command | str, ...]:
    return (
        Command("new_note", "session", _("New session note…"), ("Ctrl+N",)),
        Command("plan_session", "session", _("Plan a session…")),
        Command("standing", "session", _("Standing appointment…"), (), _CLIENT),
        Command("closure", "session", _("Practice closed…")),
        SEPARATOR,
        Command("sign", "session", _("Sign note…"), ("Ctrl+Return", "Ctrl+Enter"), _NOTE),
        Command("book_next", "session", _("Book the next session, same time"), ("Ctrl+Shift+T",), _NOTE),
        Command("save", "session", _("Save now"), ("Ctrl+S",), _NOTE),
        Command("process_note", "session", _("Session note or process note"), ("Ctrl+Shift+P",), _NOTE),
        Command("enter_measure", "session", _("Enter a measure…"), ("Ctrl+Shift+O",)),
        Command("checkin", "session", _("Check-in"), ("Ctrl+Shift+C",), _NOTE),
        Command("hand_over", "session", _("Hand over check-in…"), ("Ctrl+Shift+H",)),
        Command("goals", "session", _("Goals touched"), ("Ctrl+Shift+G",), _NOTE),
        Command("agreements", "session", _("Agreements in force"), ("Ctrl+Shift+B",), _NOTE),
    )


def _help() -> tuple[Command | str, ...]:
    return (
        Command("keys", "help", _("Keys on this page"), ("F1",)),
        Command("second_computer", "help", _("Records on another computer…")),
        Command("limits", "help", _("What VitalShift cannot protect")),
        Command("handing_over", "help", _("What handing over protects")),
        Command("autostart", "help", _("Starting VitalShift when you log in")),
        Command("range", "help", _("How the usual range and the marks are worked out")),
        Command("clauses", "help", _("How clauses are agreed and looked at again")),
        Command("notes_help", "help", _("What notes on agreements and the drift watch count")),
        Command("marks", "help", _("How well the marked-drop rule works")),
        Command("studies", "help", _("What studies say about the alliance")),
        Command("change", "help", _("How the change of a measure is read")),
        Command("commitments", "help", _("How agreed and actual are compared, and silences told")),
        Command("consents", "help", _("How consents and releases are kept")),
        Command("about", "help", _("About VitalShift")),
    )
