"""The keys by which other programs name citations: "volkov-2022-k1400c"."""

from collections.abc import Sequence

from quotetrack.domain.citation_records import Citation
from quotetrack.domain.identifiers import print_identifier, short_identifier
from quotetrack.domain.text import fold_name


def citation_keys(citations: Sequence[Citation]) -> list[str]:
    """A key for each, made of ASCII letters, figures and dashes; no two are alike."""
    keys: list[str] = []
    for citation in citations:
        identifier = citation.record.row.id
        readable = _readable(citation)
        candidates = [
            f"{readable}{short_identifier(identifier)}",
            f"{readable}{print_identifier(identifier)}",
            *(
                f"{readable}{print_identifier(identifier)}-{more}"
                for more in range(2, len(keys) + 3)
            ),
        ]
        keys.append(next(key for key in candidates if key not in keys))
    return keys


def _readable(citation: Citation) -> str:
    """The speaker's last word and the year, where they are known and ASCII."""
    row = citation.record.row
    words = [word for word in fold_name(row.speaker_name).split() if word.isascii()]
    year = (row.said.earliest or row.said.latest or "")[:4]
    parts = [*words[-1:], year if year.isascii() and year.isdigit() else ""]
    return "".join(f"{part}-" for part in parts if part)
