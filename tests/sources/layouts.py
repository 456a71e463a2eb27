"""Ten ways in which sites lay out an article, each with what a careful reader finds on it."""

from typing import NamedTuple

WORDS = (
    "The harbour bridge will stay closed to lorries until the inspection ends, the port authority "
    "said, after engineers found cracks in two of its eight bearings during a routine visit.",
    "“Nobody is in danger, and nobody has to change a ferry,” said Ines Vollmer, who runs the "
    "authority's works. She had told the council in spring that the bearings would last a decade.",
    "Cars and bicycles may cross as before. The detour for lorries adds nineteen kilometres, and "
    "hauliers have asked the council to share the cost of fuel while it lasts, which it refused.",
)
TEXT = "".join(f"<p>{paragraph}</p>\n" for paragraph in WORDS)
ASIDE = (
    "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
    "<aside><h3>Most read</h3><ul><li><a href='/x'>Tram fares rise by a tenth</a></li></ul></aside>"
)
FOOT = "<footer><p>© Harbour Courier. All rights reserved. Contact us.</p></footer>"


class Layout(NamedTuple):
    """A page, and what is right about it: title, byline, published and updated to the day."""

    name: str
    html: str
    byline: str | None
    published: str | None
    updated: str | None = None
    title: str = "Bridge stays closed to lorries"


def whole(head: str, body: str, language: str = "en") -> str:
    return (
        f"<!DOCTYPE html><html lang='{language}'><head><meta charset='utf-8'>{head}</head>"
        f"<body>{ASIDE}{body}{FOOT}</body></html>"
    )


H1 = "<h1>Bridge stays closed to lorries</h1>"
TITLE = "<title>Bridge stays closed to lorries | Harbour Courier</title>"

LAYOUTS = (
    Layout(
        "json-ld",
        whole(
            TITLE + '<script type="application/ld+json">{"@context":"https://schema.org","@type":'
            '"NewsArticle","headline":"Bridge stays closed to lorries","datePublished":'
            '"2024-06-05T07:30:00+02:00","dateModified":"2024-06-06T09:00:00+02:00","author":'
            '[{"@type":"Person","name":"Noor Haddad"},{"@type":"Person","name":"Ivo Brandt"}],'
            '"publisher":{"@type":"Organization","name":"Harbour Courier"}}</script>',
            f"<article>{H1}{TEXT}</article>",
        ),
        "Noor Haddad and Ivo Brandt",
        "2024-06-05",
        "2024-06-06",
    ),
    Layout(
        "json-ld graph with references",
        whole(
            TITLE + '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","name":"x"},'
            '{"@type":["Article","NewsArticle"],"headline":"Bridge stays closed to lorries",'
            '"datePublished":"2024-06-05","author":{"@id":"#p1"}},{"@type":"Person","@id":"#p1",'
            '"name":"Noor Haddad"}]}</script>',
            f"<main>{H1}{TEXT}</main>",
        ),
        "Noor Haddad",
        "2024-06-05",
    ),
    Layout(
        "open graph",
        whole(
            '<meta property="og:title" content="Bridge stays closed to lorries - Harbour Courier">'
            '<meta property="og:site_name" content="Harbour Courier">'
            '<meta property="article:published_time" content="2024-06-05T05:30:00Z">'
            '<meta property="article:modified_time" content="2024-06-07T05:30:00Z">'
            '<meta name="author" content="Noor Haddad">',
            f"<div class='story'>{TEXT}</div>",
        ),
        "Noor Haddad",
        "2024-06-05",
        "2024-06-07",
    ),
    Layout(
        "microdata",
        whole(
            TITLE,
            f"<article itemscope>{H1}<span itemprop='author'>By Noor Haddad</span> "
            f"<time itemprop='datePublished' datetime='2024-06-05T07:30'>5 June</time>{TEXT}"
            "</article>",
        ),
        "Noor Haddad",
        "2024-06-05",
    ),
    Layout(
        "byline in words",
        whole(
            TITLE,
            f"<article>{H1}<p class='by'>By Noor Haddad | June 5, 2024</p>{TEXT}</article>",
        ),
        "Noor Haddad",
        "2024-06-05",
    ),
    Layout(
        "time element and author link",
        whole(
            TITLE,
            f"<main><header>{H1}<a rel='author' href='/noor'>Noor Haddad</a> "
            "<time datetime='2024-06-05T07:30:00+02:00'>two days ago</time>"
            "<span>Updated <time class='updated' datetime='2024-06-06'>yesterday</time></span>"
            f"</header>{TEXT}</main>",
        ),
        "Noor Haddad",
        "2024-06-05",
        "2024-06-06",
    ),
    Layout(
        "measuring tags",
        whole(
            TITLE + '<meta name="parsely-title" content="Bridge stays closed to lorries">'
            '<meta name="parsely-author" content="Noor Haddad">'
            '<meta name="parsely-pub-date" content="2024-06-05T05:30:00Z">',
            f"<div id='content'>{H1}<div>{TEXT}</div></div>",
        ),
        "Noor Haddad",
        "2024-06-05",
    ),
    Layout(
        "weblog",
        whole(
            "<title>Bridge stays closed to lorries</title>",
            f"<div class='hentry'><article>{H1}<div class='meta'>Posted on <time class="
            "'entry-date published' datetime='2024-06-05'>5 June 2024</time> by Noor Haddad</div>"
            f"<p>By Noor Haddad</p>{TEXT}</article></div>",
        ),
        "Noor Haddad",
        "2024-06-05",
    ),
    Layout(
        "clock in the masthead",
        whole(
            TITLE,
            "<div class='masthead'><span>Last update: March 29, 2025 01:04</span></div>"
            f"<article>{H1}<p>By Noor Haddad June 5, 2024</p>{TEXT}</article>",
        ),
        "Noor Haddad",
        "2024-06-05",
    ),
    Layout(
        "broken json-ld, British numbers",
        whole(
            TITLE + '<script type="application/ld+json">{"@type":"NewsArticle",,}</script>',
            f"<article>{H1}<p>By NOOR HADDAD</p><p>Published: 05/06/2024</p>{TEXT}</article>",
            "en-GB",
        ),
        "Noor Haddad",
        "2024-06-05",
    ),
    Layout(
        "trailing commas, an agency and no person",
        whole(
            TITLE
            + '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge stays '
            'closed to lorries","datePublished":"2024-06-05","author":{"name":"Harbour Courier"},'
            '"publisher":{"name":"Harbour Courier"},}</script>',
            f"<article>{H1}{TEXT}</article>",
        ),
        None,
        "2024-06-05",
    ),
    Layout(
        "nothing said",
        whole("<title>Bridge stays closed to lorries</title>", f"<div>{H1}{TEXT}</div>"),
        None,
        None,
    ),
)
