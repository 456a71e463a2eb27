"""SpeakerLetters: a letter and a tone for each speaker quoted in an article."""

from collections.abc import Sequence
from string import ascii_lowercase

from quotetrack.domain.article_records import ArticleQuote

TONES = ("accent", "primary", "success", "warning", "secondary")
"""The inks of speakers, in turn; the letter tells those of one ink apart."""


class SpeakerLetters:
    """Letters in the order in which the speakers come up, so that colour never tells alone."""

    def __init__(self, quotes: Sequence[ArticleQuote]) -> None:
        self.names: dict[int, str] = {}
        self.counts: dict[int, int] = {}
        for quote in quotes:
            self.names.setdefault(quote.speaker_id, quote.speaker_name)
            self.counts[quote.speaker_id] = self.counts.get(quote.speaker_id, 0) + 1
        self._places = {speaker: place for place, speaker in enumerate(self.names)}

    def letter(self, speaker_id: int) -> str:
        """ "a" for the first speaker, "z" for the twenty-sixth, then "aa"."""
        round_, place = divmod(self._places[speaker_id], len(ascii_lowercase))
        return (ascii_lowercase[round_ - 1] if round_ else "") + ascii_lowercase[place]

    def tone(self, speaker_id: int) -> str:
        """The ink of a speaker."""
        return TONES[self._places[speaker_id] % len(TONES)]
