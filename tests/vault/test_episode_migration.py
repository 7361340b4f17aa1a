"""The step that brings episodes into records that were kept without them."""

from collections.abc import Iterator

import pytest

from tests.support.ready_vault import ReadyVault
from tests.vault.test_migrate import connector_of
from vitalshift_desktop.vault.connection import RawConnection
from vitalshift_desktop.vault.migrate import bring_up_to_date, steps

CLIENT = "INSERT INTO client VALUES (?, '', ?, '', '', NULL, 'counseling', '', '', '', ?, ?)"
SESSION = (
    "INSERT INTO session (id, client_id, starts, zone, minutes, modality, attendance, late_notice, note_put_aside)"
    " VALUES (?, ?, ?, 'America/Toronto', 50, 'in_person', 'attended', 0, 0)"
)
NOTE = "INSERT INTO note VALUES (1, 11, 1, 'dap', ?, ?, 1, NULL, '', '')"
AT = "2026-03-02T15:00:00.000000Z"


def before_episodes() -> int:
    """The number of the last step before episodes."""
    return next(step.number for step in steps() if step.upgrade.__module__.endswith("_episodes")) - 1


@pytest.fixture
def migrated(ready_vault: ReadyVault) -> Iterator[RawConnection]:
    """Records of four clients, kept before there were episodes and brought up to date."""
    database = ready_vault.folder / "vault.db"
    database.unlink()
    database.touch(mode=0o600)
    with connector_of(ready_vault) as connector:
        bring_up_to_date(connector, steps()[: before_episodes()])
        with connector.apart() as raw:
            raw.execute(CLIENT, [1, "Came early", "active", "2026-03-02"])
            raw.execute(CLIENT, [2, "Ended", "closed", "2024-01-08"])
            raw.execute(CLIENT, [3, "Only asked", "enquiry", "2026-03-02"])
            raw.execute(CLIENT, [4, "Asked and came", "enquiry", "2026-03-02"])
            raw.execute("INSERT INTO status_change VALUES (1, 2, 'active', '2024-01-08', '')")
            raw.execute("INSERT INTO status_change VALUES (2, 2, 'closed', '2024-11-30', 'Moved away')")
            # 20:30 in Toronto on 1 March, the day after in UTC.
            raw.execute(SESSION, [11, 1, "2026-03-02T01:30:00.000000Z"])
            raw.execute(SESSION, [12, 4, "2026-03-05T15:00:00.000000Z"])
            raw.execute(SESSION, [40, 1, "2026-03-09T15:00:00.000000Z"])
            raw.execute("DELETE FROM session WHERE id = 40")
            raw.execute(NOTE, [AT, AT])
        bring_up_to_date(connector)
        with connector.apart() as raw:
            yield raw


def test_clients_with_sessions_or_more_than_an_enquiry_get_one_episode_from_their_first_day(
    migrated: RawConnection,
) -> None:
    found = migrated.execute("SELECT client_id, number, opened_on, ended_on, ending FROM episode ORDER BY 1").fetchall()
    assert [tuple(row) for row in found] == [
        (1, 1, "2026-03-01", None, None),
        (2, 1, "2024-01-08", "2024-11-30", None),
        (4, 1, "2026-03-02", None, None),
    ]


def test_sessions_belong_to_the_episode_of_their_client_and_keep_what_hangs_on_them(migrated: RawConnection) -> None:
    found = migrated.execute(
        "SELECT session.id, episode.client_id FROM session JOIN episode ON episode.id = session.episode_id ORDER BY 1"
    ).fetchall()
    assert [tuple(row) for row in found] == [(11, 1), (12, 4)]
    assert migrated.execute("PRAGMA foreign_key_check").fetchall() == []
    migrated.execute("UPDATE note SET signed_at = ? WHERE id = 1", [AT])
    assert [tuple(row) for row in migrated.execute("SELECT note_signed FROM session WHERE id = 11")] == [(1,)]


def test_the_id_of_a_session_that_was_removed_is_not_given_again(migrated: RawConnection) -> None:
    migrated.execute(SESSION.replace("VALUES (?", "VALUES (NULL"), [1, AT])
    assert [tuple(row) for row in migrated.execute("SELECT max(id) FROM session")] == [(41,)]
