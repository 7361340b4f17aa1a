"""The rest of clients' files, their risk words and the talks about their service: rows to domain and back."""

from collections.abc import Collection
from dataclasses import asdict, replace

from sqlalchemy import bindparam, select

from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.dated_words import RiskWord, RiskWordId, ServiceTalk, ServiceTalkId
from vitalshift_desktop.vault.records.refusals import delete, flush, found, insert
from vitalshift_desktop.vault.records.shelf import Shelf, among, columns_of
from vitalshift_desktop.vault.tables.client_files import ClientFileRow, RiskWordRow, ServiceTalkRow

_FILES = select(ClientFileRow.client_id, *columns_of(ClientFileRow, ClientFile)).where(among(ClientFileRow.client_id))
_JOINT = select(ClientFileRow.client_id).where(ClientFileRow.kind != "person")
_WORDS = (
    select(*columns_of(RiskWordRow, RiskWord))
    .where(RiskWordRow.client_id == bindparam("client"))
    .order_by(RiskWordRow.on, RiskWordRow.id)
)
_ALL_WORDS = select(*columns_of(RiskWordRow, RiskWord)).order_by(RiskWordRow.on, RiskWordRow.id)
_TALKS = (
    select(*columns_of(ServiceTalkRow, ServiceTalk))
    .where(ServiceTalkRow.client_id == bindparam("client"))
    .order_by(ServiceTalkRow.on, ServiceTalkRow.id)
)


class ClientFileShelf(Shelf):
    """The files of the clients of the vault."""

    def get(self, client_id: ClientId) -> ClientFile:
        """The rest of a client's file; an empty one where nothing was written down."""
        return self.of_ids((client_id,)).get(client_id, ClientFile())

    def of_ids(self, client_ids: Collection[ClientId]) -> dict[ClientId, ClientFile]:
        """The files of some clients; one that holds nothing is left out."""
        return {ClientId(row[0]): ClientFile(*row[1:]) for row in self._rows(_FILES, ids=list(client_ids))}

    def joint(self) -> frozenset[ClientId]:
        """The clients whose file is that of a couple or a family."""
        return frozenset(ClientId(client_id) for (client_id,) in self._rows(_JOINT))

    def save(self, client_id: ClientId, file: ClientFile) -> None:
        """Put this in place of what stood in the file."""
        self._connection.merge(ClientFileRow(client_id=client_id, **asdict(file)))
        flush(self._connection)

    def add_risk_word(self, word: RiskWord) -> RiskWord:
        """Write a risk word; it gets its id unless it comes back with the one it had."""
        row = RiskWordRow(**asdict(word) | {"id": word.id or None})
        insert(self._connection, [row])
        return replace(word, id=RiskWordId(row.id))

    def remove_risk_word(self, word_id: RiskWordId) -> RiskWord:
        """Take a risk word out and hand it back; raises NotFound."""
        row = found(self._connection.get(RiskWordRow, word_id))
        word = RiskWord(word_id, ClientId(row.client_id), row.word, row.on, row.note)
        delete(self._connection, row)
        return word

    def risk_words(self, client_id: ClientId) -> tuple[RiskWord, ...]:
        """The risk words of one client, oldest first."""
        return tuple(RiskWord(*row) for row in self._rows(_WORDS, client=client_id))

    def risk_words_now(self) -> dict[ClientId, RiskWord]:
        """The latest risk word of each client who has one; those whose word was taken away are left out."""
        latest = {word.client_id: word for word in (RiskWord(*row) for row in self._rows(_ALL_WORDS))}
        return {client_id: word for client_id, word in latest.items() if word.word}

    def add_talk(self, talk: ServiceTalk) -> ServiceTalk:
        """Write the talk about another service; the client's own row is saved apart."""
        row = ServiceTalkRow(**asdict(talk) | {"id": talk.id or None})
        insert(self._connection, [row])
        return replace(talk, id=ServiceTalkId(row.id))

    def remove_talk(self, talk_id: ServiceTalkId) -> None:
        """Take a talk out; raises NotFound."""
        delete(self._connection, found(self._connection.get(ServiceTalkRow, talk_id)))

    def talks(self, client_id: ClientId) -> tuple[ServiceTalk, ...]:
        """The talks about one client's service, oldest first."""
        return tuple(ServiceTalk(*row) for row in self._rows(_TALKS, client=client_id))
