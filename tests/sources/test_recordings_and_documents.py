"""Captions know when their words are heard, and a PDF knows its pages; broken ones are refused."""

from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from quotetrack.domain.errors import FetchRefused
from quotetrack.sources.captions import MACHINE_CAPTIONS, read_captions
from quotetrack.sources.pdfs import read_pdf
from quotetrack.sources.read_values import PAGE_BREAK

VTT = """WEBVTT

1
00:00:01.000 --> 00:00:03.500
<v Ines Vollmer>Nobody is in danger,

00:01:03.250 --> 00:01:05.000 align:start
and nobody has to &amp; will not
change a ferry.
"""
SRT = (
    "1\r\n00:00:01,500 --> 00:00:02,000\r\nNobody is\r\n\r\n"
    "2\r\n01:00:00,000 --> 01:00:01,000\r\n{\\an8}<i>in danger.</i>\r\n"
)
TIMED = "[00:05] Nobody is in danger.\nNot at all.\n(01:02:03) Nobody has to change.\n"
ROLLING = """WEBVTT
Kind: captions

00:00:01.000 --> 00:00:02.000
nobody<00:00:01.200><c> is</c>

00:00:02.000 --> 00:00:03.000
nobody is
in danger
"""


def pdf(*pages: str, password: str | None = None, **known: str) -> bytes:
    """A PDF with a line of text on each page."""
    writer = PdfWriter()
    for words in pages:
        page = writer.add_blank_page(300, 300)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 10 100 Td ({words}) Tj ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if known:
        writer.add_metadata({f"/{name}": value for name, value in known.items()})
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_captions_become_words_with_their_times() -> None:
    read = read_captions(VTT.encode())

    assert read.source.text == (
        "Ines Vollmer: Nobody is in danger,\nand nobody has to & will not\nchange a ferry."
    )
    assert read.time_at(read.source.text.index("Nobody")) == 1.0
    assert read.time_at(read.source.text.index("change")) == 63.25


@pytest.mark.parametrize(
    ("raw", "text", "last"),
    [
        (SRT, "Nobody is\nin danger.", 3600.0),
        (TIMED, "Nobody is in danger.\nNot at all.\nNobody has to change.", 3723.0),
    ],
)
def test_other_forms_of_times_are_read(raw: str, text: str, last: float) -> None:
    read = read_captions(raw.encode())

    assert read.source.text == text
    assert read.time_at(len(text) - 1) == last


def test_captions_by_a_machine_say_so_and_do_not_repeat_themselves() -> None:
    read = read_captions(ROLLING.encode())

    assert (read.source.text, read.source.extractor) == ("nobody is\nin danger", MACHINE_CAPTIONS)


def test_a_text_without_times_is_no_captions() -> None:
    with pytest.raises(FetchRefused, match="plain text"):
        read_captions(b"Nobody is in danger.")


@given(st.text(max_size=200) | st.text("0123456789:.,->\n ab<v>", max_size=120))
def test_any_text_is_captions_or_refused(text: str) -> None:
    try:
        read = read_captions(text.encode("utf-8", "surrogatepass"))
    except FetchRefused:
        return
    assert [cue.start for cue in read.cues] == sorted({cue.start for cue in read.cues})


def test_a_pdf_becomes_its_pages() -> None:
    raw = pdf("Nobody is in danger.", "Nobody has to change.", Title="Bridge", Author="Noor Haddad")

    read = read_pdf(raw, seen_on=date(2030, 1, 1))

    assert read.text == f"Nobody is in danger.{PAGE_BREAK}Nobody has to change."
    assert read.title is not None
    assert (read.title.value, str(read.title.certainty)) == ("Bridge", "unsure")
    assert read.byline is not None
    assert read.byline.value == "Noor Haddad"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"%PDF-1.4\n% nothing more", "broken"),
        (pdf("Words.")[:200], "broken"),
        (b"", "broken"),
        (pdf("Words.", password="secret"), "locked"),
        (pdf(""), "no text"),
    ],
    ids=["a start only", "cut off", "empty", "locked", "a picture of text"],
)
def test_a_pdf_that_cannot_be_read_says_why(raw: bytes, words: str) -> None:
    with pytest.raises(FetchRefused, match=words):
        read_pdf(raw)


@given(st.integers(0, 900), st.binary(min_size=1, max_size=20))
def test_a_damaged_pdf_is_read_or_refused(at: int, damage: bytes) -> None:
    whole = pdf("Nobody is in danger.")
    try:
        read_pdf(whole[:at] + damage + whole[at + len(damage) :])
    except FetchRefused:
        return
