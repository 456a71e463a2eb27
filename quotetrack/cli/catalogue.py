"""The commands: their words, groups and summaries, without importing any of them."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One command.

    Attributes:
        path: its words.
        group: under which heading the help lists it.
        summary: what it does.
        module: its module in quotetrack.cli.commands; several commands may share one.
    """

    path: str
    group: str
    summary: str
    module: str


SEARCHING = "Search and read"
RECORDING = "Record"
DECIDING = "Decide and take back"
KEEPING = "Keep the database"
FITTING = "Fit it to your hand"

CATALOGUE: tuple[Entry, ...] = (
    Entry("search", SEARCHING, "Find statements, the newest first.", "search"),
    Entry("facets", SEARCHING, "Statements by status, speaker, outlet and year.", "facets"),
    Entry("show", SEARCHING, "Everything about one statement, or an article's text.", "show"),
    Entry("speaker list", SEARCHING, "Speakers, with how much each said.", "speaker_list"),
    Entry("speaker show", SEARCHING, "A speaker's spellings, roles and counts.", "speaker_show"),
    Entry("cite", SEARCHING, "Citations of statements, to be pasted elsewhere.", "cite"),
    Entry("open", SEARCHING, "The source in the browser, at the quote.", "open"),
    Entry(
        "article list", SEARCHING, "Stored articles, the latest published first.", "article_list"
    ),
    Entry("article show", SEARCHING, "An article's text, quotes and metadata.", "article_show"),
    Entry("label list", SEARCHING, "The labels there are.", "label_list"),
    Entry("note list", SEARCHING, "The notes on a statement, speaker or article.", "note_list"),
    Entry("dates", SEARCHING, "The dates that a text names, and what they mean.", "dates"),
    Entry("import", RECORDING, "Take in a whole file of statements.", "import_file"),
    Entry("add", RECORDING, "Store an article's text as a source.", "add"),
    Entry("article edit", RECORDING, "Correct what is known of an article.", "article_edit"),
    Entry("recheck", RECORDING, "Fetch sources again, and look for every quote.", "recheck"),
    Entry("recheck list", SEARCHING, "Quotes that no longer stand as recorded.", "recheck_list"),
    Entry("add-statement", RECORDING, "Record who said what, and when.", "add_statement"),
    Entry("add-quote", RECORDING, "Record another source of a statement.", "add_quote"),
    Entry("quote edit", RECORDING, "Correct what is said around a quote.", "quote_edit"),
    Entry("quote remove", RECORDING, "Remove a quote entered by mistake.", "quote_remove"),
    Entry(
        "article relies-on",
        RECORDING,
        "Which article takes its report from which.",
        "article_relies_on",
    ),
    Entry("speaker add", RECORDING, "Record a speaker.", "speaker_add"),
    Entry("speaker edit", RECORDING, "Change a name, spellings or roles.", "speaker_edit"),
    Entry("speaker role", RECORDING, "Add, change or remove a role.", "speaker_role"),
    Entry("speaker merge", RECORDING, "Make one speaker of two.", "speaker_merge"),
    Entry("speaker split", RECORDING, "Give what another said to that one.", "speaker_split"),
    Entry("tag", RECORDING, "Record what became of a statement.", "tag"),
    Entry("edit", RECORDING, "Change what is recorded of a statement.", "edit"),
    Entry("remove", RECORDING, "Remove a statement entered by mistake.", "remove"),
    Entry("label", RECORDING, "Put labels on statements, and take them off.", "label"),
    Entry("note", RECORDING, "Write a note on statements, a speaker or an article.", "note"),
    Entry("note edit", RECORDING, "Change the words of your own note.", "note_edit"),
    Entry("note remove", RECORDING, "Remove your own note.", "note_remove"),
    Entry("link", RECORDING, "Relate a statement to an earlier one.", "link"),
    Entry("jot", RECORDING, "Put one line, or an address, into the inbox.", "jot"),
    Entry("inbox list", RECORDING, "The lines that were jotted down.", "inbox_list"),
    Entry("inbox edit", RECORDING, "Change a line or its address.", "inbox_edit"),
    Entry("inbox discard", RECORDING, "Take a line out of the inbox.", "inbox_discard"),
    Entry("inbox open", RECORDING, "Open a line's address in the browser.", "inbox_open"),
    Entry("place add", FITTING, "Save a place under a name.", "place_add"),
    Entry("place list", FITTING, "The saved places.", "place_list"),
    Entry("place remove", FITTING, "Remove a saved place.", "place_remove"),
    Entry("saved-search add", FITTING, "Save a search under a name.", "saved_search_add"),
    Entry("saved-search list", FITTING, "The saved searches.", "saved_search_list"),
    Entry("saved-search rename", FITTING, "Rename a saved search.", "saved_search_rename"),
    Entry("saved-search remove", FITTING, "Remove a saved search.", "saved_search_remove"),
    Entry("contradictions list", DECIDING, "What contradicts what.", "contradictions_list"),
    Entry("contradictions confirm", DECIDING, "These two cannot both hold.", "decide"),
    Entry("contradictions dismiss", DECIDING, "These two do not contradict each other.", "decide"),
    Entry("contradictions position-change", DECIDING, "The speaker changed position.", "decide"),
    Entry("contradictions needs-more", DECIDING, "Nobody can say yet; keep it open.", "decide"),
    Entry("undo", DECIDING, "Take back your own last change, or any other.", "undo"),
    Entry("history", DECIDING, "Who changed what, and when.", "history"),
    Entry("history show", DECIDING, "What one change did, field by field.", "history_show"),
    Entry("db info", KEEPING, "Where the database is, and what it holds.", "db_info"),
    Entry("db upgrade", KEEPING, "Bring an older database to this version.", "db_upgrade"),
    Entry("db backup", KEEPING, "Write a verified copy.", "db_backup"),
    Entry("db check", KEEPING, "Look for damage, drift and breaks in the audit.", "db_check"),
    Entry("demo", KEEPING, "Look around in a private copy of the sample.", "demo"),
    Entry("keys", FITTING, "Every action with its key, and the keys in conflict.", "keys"),
    Entry("completion", FITTING, "A script that completes words in your shell.", "completion"),
)

WORDS_FOR_THE_SHELL = ":words"
"""The hidden command by which a completion script asks for ids and names."""

DEFAULTS = {
    "article": "list",
    "speaker": "list",
    "contradictions": "list",
    "inbox": "list",
    "place": "list",
    "saved-search": "list",
    "db": "info",
}
"""The second word that is meant where only the first is given."""

BY_PATH = {entry.path: entry for entry in CATALOGUE}
FIRST_WORDS = tuple(dict.fromkeys(entry.path.split()[0] for entry in CATALOGUE))
