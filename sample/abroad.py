"""An invented interview in Portuguese, and the English paper that took it over in translation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """One article.

    Attributes:
        published: the day, ISO 8601.
        quoted: the words of the interview that stand in it, once.
    """

    outlet: str
    url: str
    title: str
    byline: str
    published: str
    language: str
    text: str
    quoted: str


SPEAKER = "Matheus Figueira"
"""As the radio spells the striker. A colleague recorded him anew: one to be merged."""

SAID = "2025-09-01"

ORIGINAL = Piece(
    "Rádio Ribeira",
    "https://radio-ribeira.example/entrevistas/figueira",
    "Figueira: «Nunca pedi para sair»",
    "Inês Loureiro",
    "2025-09-02",
    "pt",
    """\
Matheus Figueira falou na segunda-feira à Rádio Ribeira, duas semanas depois da sua transferência.

«Nunca pedi para sair. Pedi para jogar, e isso é outra coisa», disse o avançado. Do antigo \
treinador não quis falar. O clube inglês não respondeu.
""",
    "Nunca pedi para sair. Pedi para jogar, e isso é outra coisa",
)

TRANSLATION = Piece(
    "The Channel Post",
    "https://channel-post.example/football/figueira-radio",
    "Striker tells radio he never asked to go",
    "From our sports desk",
    "2025-09-03",
    "en",
    """\
Mateus Figueira has told Rádio Ribeira that it was not he who wanted away from Castlemere.

"I never asked to leave. I asked to play, and that is another thing," the forward said on Monday, \
in the station's Portuguese. He would not speak about his old manager.
""",
    "I never asked to leave. I asked to play, and that is another thing",
)


@dataclass(frozen=True, slots=True)
class JottedLine:
    """A line in the desk's inbox."""

    text: str
    url: str | None = None


JOTTED: tuple[JottedLine, ...] = (
    JottedLine("Pellman on local radio this morning: recall 'was always the plan'? Get the clip."),
    JottedLine(
        "Supporters' Trust newsletter quotes the chairman on ticket prices",
        "https://supporters-trust.example/newsletter/11",
    ),
    JottedLine("Who first wrote that the checkpoint was agreed? Ask the Baku stringer."),
)
