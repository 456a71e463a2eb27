"""What is done with articles: going through the list, reading one, correcting its metadata."""

from quotetrack.actions.registry.action import ARTICLE, ARTICLES, STATEMENT, Action

ACTIONS = (
    Action(
        "open_article",
        "Open",
        "Read the article, its quotes marked in it.",
        "enter",
        (ARTICLES,),
        "article show",
        rank=11,
    ),
    Action(
        "filter_articles",
        "Filter",
        "Show the articles with these words in title, outlet or address.",
        "slash",
        (ARTICLES,),
        "article list",
        rank=10,
    ),
    Action(
        "show_article",
        "Article",
        "Read the article of the first source, at the quote.",
        "A",
        (STATEMENT,),
        "article show",
    ),
    Action(
        "record_passage",
        "Statement",
        "Record what is selected as a statement, word for word.",
        "n",
        (ARTICLE,),
        "add-statement",
        writes=True,
        rank=9,
    ),
    Action(
        "previous_quote",
        "Quote before",
        "Go to the quote before.",
        "left_square_bracket",
        (ARTICLE,),
        None,
    ),
    Action(
        "next_quote",
        "Next quote",
        "Go to the next quote.",
        "right_square_bracket",
        (ARTICLE,),
        None,
        rank=10,
    ),
    Action(
        "select_passage",
        "Select",
        "Start selecting: from here on, moving the cursor selects.",
        "v",
        (ARTICLE,),
        None,
        rank=11,
    ),
)
