"""The pane that says who a speaker is."""

from collections.abc import Iterable
from typing import ClassVar

from quotetrack.domain.speaker_records import SpeakerLife
from quotetrack.tui.widgets.document_pane import DocumentPane, Paragraph


class SpeakerFacts(DocumentPane):
    """Counts by status and month, roles as sources attest them, spellings, notes."""

    HELP: ClassVar[str] = (
        "Speaker\n\n"
        "Who this is: how many statements have which status, when they were made, every role as "
        "a source attests it, with its day and source, and every way the name is written.\n\n"
        "j and k scroll, Tab goes to the timeline. E changes name and spellings, R the roles; "
        "M makes one speaker of two, D two of one."
    )

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.life: SpeakerLife | None = None

    def show(self, life: SpeakerLife | None) -> None:
        """Show a speaker."""
        self.life = life
        self.draw_again(from_top=False)

    def paragraphs(self) -> Iterable[Paragraph]:
        """What is known of the speaker."""
        if self.life is None:
            return ()
        from quotetrack.tui.widgets.speaker_document import SpeakerDocument

        room = self.scrollable_content_region.width - 2
        return SpeakerDocument(self.life, self.tones, room).paragraphs()
