"""The rest of a client's file, the people around them, medicines, and the members of a joint file."""

from alembic import op

revision = "0012"
down_revision = "0011"

_SERVICES = "('counseling', 'psychotherapy', 'coaching')"


def upgrade() -> None:
    """Make the tables of client files; a client of before has an empty one."""
    _make_client_file()
    _make_risk_word()
    _make_service_talk()
    _make_file_member()
    _make_related_person()
    _make_medicine()


def _make_client_file() -> None:
    op.execute(
        """
        CREATE TABLE client_file (
            client_id INTEGER NOT NULL,
            kind VARCHAR(40) NOT NULL,
            address TEXT NOT NULL,
            no_voicemail BOOLEAN NOT NULL,
            no_letters BOOLEAN NOT NULL,
            no_messages BOOLEAN NOT NULL,
            cover_name TEXT NOT NULL,
            languages TEXT NOT NULL,
            interpreter_language TEXT NOT NULL,
            access_needs TEXT NOT NULL,
            CONSTRAINT pk_client_file PRIMARY KEY (client_id),
            CONSTRAINT fk_client_file_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_client_file_kind CHECK (kind IN ('person', 'couple', 'family'))
        )
        """
    )


def _make_risk_word() -> None:
    op.execute(
        """
        CREATE TABLE risk_word (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            word TEXT NOT NULL,
            "on" DATE NOT NULL,
            note TEXT NOT NULL,
            CONSTRAINT fk_risk_word_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
    op.execute('CREATE INDEX risk_word_by_client ON risk_word (client_id, "on")')


def _make_service_talk() -> None:
    op.execute(
        f"""
        CREATE TABLE service_talk (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            "before" VARCHAR(40) NOT NULL,
            service VARCHAR(40) NOT NULL,
            "on" DATE NOT NULL,
            note TEXT NOT NULL,
            CONSTRAINT fk_service_talk_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_service_talk_before CHECK ("before" IN {_SERVICES}),
            CONSTRAINT ck_service_talk_service CHECK (service IN {_SERVICES})
        )
        """
    )
    op.execute('CREATE INDEX service_talk_by_client ON service_talk (client_id, "on")')


def _make_file_member() -> None:
    op.execute(
        """
        CREATE TABLE file_member (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            file_id INTEGER NOT NULL,
            client_id INTEGER,
            name TEXT NOT NULL,
            CONSTRAINT fk_file_member_file_id_client FOREIGN KEY(file_id) REFERENCES client (id),
            CONSTRAINT fk_file_member_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
    op.execute("CREATE INDEX file_member_by_file ON file_member (file_id)")
    op.execute("CREATE UNIQUE INDEX file_member_once ON file_member (file_id, client_id) WHERE client_id IS NOT NULL")
    op.execute("CREATE INDEX file_member_by_client ON file_member (client_id)")


def _make_related_person() -> None:
    op.execute(
        """
        CREATE TABLE related_person (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            role VARCHAR(40) NOT NULL,
            phone TEXT NOT NULL,
            email TEXT NOT NULL,
            in_emergency BOOLEAN NOT NULL,
            may_share TEXT NOT NULL,
            consent VARCHAR(40) NOT NULL,
            since DATE,
            until DATE,
            CONSTRAINT fk_related_person_client_id_client FOREIGN KEY(client_id) REFERENCES client (id),
            CONSTRAINT ck_related_person_role CHECK (role IN (
                'guardian', 'partner', 'gp', 'interpreter', 'referrer', 'substitute', 'emergency', 'other'
            )),
            CONSTRAINT ck_related_person_consent CHECK (consent IN ('none', 'alone', 'jointly'))
        )
        """
    )
    op.execute("CREATE INDEX related_person_by_client ON related_person (client_id)")


def _make_medicine() -> None:
    op.execute(
        """
        CREATE TABLE medicine (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            client_id INTEGER NOT NULL,
            name TEXT NOT NULL,
            told_on DATE NOT NULL,
            dose TEXT NOT NULL,
            prescriber TEXT NOT NULL,
            since DATE,
            until DATE,
            CONSTRAINT fk_medicine_client_id_client FOREIGN KEY(client_id) REFERENCES client (id)
        )
        """
    )
    op.execute("CREATE INDEX medicine_by_client ON medicine (client_id)")
