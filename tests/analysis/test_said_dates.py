"""When each remark was said: by the words around it, by its occasion, else about publication."""

from datetime import date

import pytest

from quotetrack.analysis.said_dates import date_remarks
from quotetrack.analysis.told_article import Remark
from quotetrack.domain.vocabulary import DateBasis

THURSDAY = date(2023, 3, 2)


def remarks_in(marked: str) -> tuple[str, list[Remark]]:
    """The text, and its remarks: written [A:words] for what speaker A said; they may nest."""
    text, opened, found = "", [], []
    position = 0
    while position < len(marked):
        character = marked[position]
        if character == "[":
            opened.append((len(text), marked[position + 1]))
            position += 3
            continue
        if character == "]":
            start, speaker = opened.pop()
            found.append(Remark(start, len(text), speaker))
        else:
            text += character
        position += 1
    return text, sorted(found)


def dated(marked: str, *, updated: date | None = None) -> list[str]:
    text, remarks = remarks_in(marked)
    found = date_remarks(text, remarks, THURSDAY, updated=updated)
    return [f"{when.earliest or '..'}/{when.latest or '..'}" for when in found]


FRESH = "2023-03-01/2023-03-02"
TUESDAY = "2023-02-28/2023-02-28"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Ames said on Tuesday that [A:the bridge is safe].", [TUESDAY]),
        ("[A:The bridge is safe], Ames said Tuesday.", [TUESDAY]),
        ("“[A:It is safe],” Ames said on Tuesday, “[A:and open].”", [TUESDAY, TUESDAY]),
        ("Ames said that [A:the bridge closed on 5 January].", [FRESH]),
        ("Ames, who joined in June, said [A:it is safe].", [FRESH]),
        ("Ames said on Tuesday [A:it is safe].\n\nHe added [A:it is cheap].", [TUESDAY, TUESDAY]),
        ("Ames said on Tuesday [A:it is safe].\n\nBell said [B:it is not].", [TUESDAY, FRESH]),
        ("Ames said on Tuesday [A:it is safe]. In an email, Ames said [A:no].", [TUESDAY, FRESH]),
        ("Ames met the press on Tuesday.\n\nHe said [A:it is safe].", [TUESDAY]),
        ("Ames had said [A:it is safe].", ["../2023-03-01"]),
        ("Ames apologised for a remark about “[A:idle hands]”.", ["../2023-03-01"]),
        (
            "Ames said on Tuesday that [A:Bell told her on Friday that [B:it is closed]].",
            [TUESDAY, "2023-02-24/2023-02-24"],
        ),
        (
            "Ames said on Tuesday that [A:Bell had told her that [B:it is closed]].",
            [TUESDAY, "../2023-02-28"],
        ),
        (
            "The port has reported that [A:ships came between 10 and 14 January].",
            ["2023-01-14/2023-03-02"],
        ),
        ("[A:It is safe], Ames said last week.", ["2023-02-20/2023-02-26"]),
        ("[A:It is safe], Ames said this week.", ["2023-02-27/2023-03-02"]),
    ],
)
def test_a_remark_is_dated_by_what_the_article_says(marked: str, expected: list[str]) -> None:
    assert dated(marked) == expected


def test_what_a_lead_sums_up_is_dated_by_what_follows() -> None:
    assert dated(
        "Ames said [A:the bridge is safe].\n\nAt a briefing on Tuesday, Ames said [A:it is open]."
    ) == [TUESDAY, TUESDAY]


def test_an_update_leaves_room_for_what_was_added() -> None:
    assert dated("Ames said [A:it is safe].", updated=date(2023, 3, 4)) == ["2023-03-01/2023-03-04"]


def test_the_basis_says_how_a_date_is_known() -> None:
    text, remarks = remarks_in(
        "Ames said on Tuesday [A:it is safe]. She said [A:it is open]. Bell said [B:no]."
    )
    found = date_remarks(text, remarks, THURSDAY)
    assert [when.basis for when in found] == [
        DateBasis.RELATIVE,
        DateBasis.SCENE,
        DateBasis.PUBLICATION,
    ]
    assert [when.phrase for when in found] == ["Tuesday", "Tuesday", None]
