"""The vault's facts about itself, such as its id and the date of the last check."""

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from vitalshift_desktop.vault.tables.vault_tables import MetaRow

VAULT_ID = "vault_id"
GENERATION = "generation"
AUDIT_HEAD = "audit_head"
LAST_QUICK_CHECK = "last_quick_check"
LAST_FULL_CHECK = "last_full_check"
SYNC_ACCEPTED = "sync_accepted"  # the service whose folder the counselor chose all the same
LAST_CHECK_RESULT = "last_check_result"
PASSPHRASE_CHANGED_AT = "passphrase_changed_at"
SHEET_CHANGED_AT = "sheet_changed_at"
SHEET_TESTED_AT = "sheet_tested_at"
VAULT_KEY_CHANGED_AT = "vault_key_changed_at"
AUDIT_KEYS = "audit_keys"
BACKUP_PENDING = "backup_pending"
BACKUP_RULES = "backup_rules"
LAST_DRILL = "last_drill"
CALENDAR_SALT = "calendar_salt"  # what the names of events in a calendar file are made with

_FACT = select(MetaRow.value).where(MetaRow.key == bindparam("name"))
_NEW = insert(MetaRow)
_SET = _NEW.on_conflict_do_update(index_elements=[MetaRow.key], set_={"value": _NEW.excluded.value})


class MetaShelf:
    """Named facts, each one text."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str) -> str | None:
        """The fact of this name, or None."""
        return self._session.connection().execute(_FACT, {"name": key}).scalar()

    def set(self, key: str, value: str) -> None:
        """Keep the fact under this name, in place of an older one."""
        self._session.connection().execute(_SET, {"key": key, "value": value})

    def forget(self, key: str) -> None:
        """Drop the fact of this name; nothing happens if there is none."""
        self._session.execute(delete(MetaRow).where(MetaRow.key == key))

    def number(self, key: str) -> int:
        """The fact of this name as a whole number; 0 if there is none."""
        return int(self.get(key) or 0)

    def count_up(self, key: str) -> int:
        """The number of this name, now one higher."""
        number = self.number(key) + 1
        self.set(key, str(number))
        return number
