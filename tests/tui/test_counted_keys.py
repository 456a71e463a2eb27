"""A practised hand: how many keys the commonest pieces of work take, typed text included."""

from quotetrack.store.database import Database
from tests.docs.terminal_walk import keys_of
from tests.tui.conftest import MakeApp
from tests.tui.driving import press, settle
from tests.tui.hosting import row


async def test_the_newest_statement_of_a_speaker_is_tagged_retracted_in_twenty_keys(
    make_app: MakeApp, sample: Database
) -> None:
    keys = keys_of('s "pell" Enter r "9 jan" Tab "bay" Enter Ctrl+S')
    assert len(keys) <= 20
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in keys:
            await press(pilot, key)
    stored = row(
        sample,
        "SELECT speaker.name, happened_phrase, article.id IS NOT NULL AS sourced FROM event"
        " JOIN statement ON statement.id = event.statement_id"
        " JOIN speaker ON speaker.id = statement.speaker_id"
        " LEFT JOIN article ON article.id = evidence_article_id WHERE event.type = 'retracted'"
        " AND speaker.name = 'Joyce Pellman'",
    )
    assert stored == {"name": "Joyce Pellman", "happened_phrase": "9 jan", "sourced": 1}
