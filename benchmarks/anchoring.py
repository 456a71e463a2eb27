"""Quotes found again in edited articles: how many, called what, how fast; beside fuzzy search.

    python -m benchmarks.anchoring [TEXTS]

TEXTS is a folder of plain or gzipped texts, or a JSON Lines file with "text"; without it the
words of the invented articles of the sample are shuffled into texts of a thousand words.
"""

import json
import random
import re
import statistics
import sys
from pathlib import Path
from time import process_time_ns

from quotetrack.sources.anchoring import CONTEXT_LENGTH, Anchored, Selector, find_again

ROUNDS = 400
WORDS = 1_000
_VERBS = re.compile(r"\b(is|are|was|were|will|would|has|have|had|can|could|should|did|does|do)\b")


def main() -> None:
    """Measure, and print a table."""
    texts = _texts(Path(sys.argv[1])) if len(sys.argv) > 1 else _sample_texts()
    chance = random.Random(5)
    print(f"{len(texts)} texts of {WORDS} words, {ROUNDS} quotes of each kind\n")
    print(f"{'':<38}{'right':>8}{'p50 ms':>9}{'p95 ms':>9}{'plain search':>14}")
    for name, change, right in (
        ("a tenth of the letters edited", _edit_letters, _is_changed),
        ("a tenth of the words edited", _edit_words, _is_changed),
        ("a negation put in or out", _flip, _is_changed),
        ("its words three times in the text", _repeat, _is_right_one),
        ("deleted", _delete, _is_gone),
        ("untouched, the text around it edited", _around, _is_exact),
    ):
        done, times, plain_done = 0, [], 0
        for _ in range(ROUNDS):
            text, quote = _pick(chance, texts, negatable=change is _flip)
            made = change(chance, text, quote)
            selector = Selector(
                text[quote[0] : quote[1]],
                text[max(0, quote[0] - CONTEXT_LENGTH) : quote[0]],
                text[quote[1] : quote[1] + CONTEXT_LENGTH],
                quote[0],
            )
            started = process_time_ns()
            found = find_again(made[0], selector)
            times.append((process_time_ns() - started) / 1e6)
            done += right(found, made)
            plain_done += _plain_search(made, selector, right)
        times.sort()
        print(
            f"{name:<38}{done / ROUNDS:>8.1%}{statistics.median(times):>9.2f}"
            f"{times[int(len(times) * 0.95)]:>9.2f}{plain_done / ROUNDS:>14.1%}"
        )


Made = tuple[str, int | None, int | None]
"""The edited text, and where the quote stands in it."""


def _is_changed(found: Anchored, made: Made) -> bool:
    return found.state == "changed" and _overlaps(found, made)


def _is_right_one(found: Anchored, made: Made) -> bool:
    return found.state in ("exact", "moved") and found.start == made[1]


def _is_exact(found: Anchored, made: Made) -> bool:
    return found.state in ("exact", "moved") and found.start == made[1]


def _is_gone(found: Anchored, _made: Made) -> bool:
    return found.state == "orphaned"


def _overlaps(found: Anchored, made: Made) -> bool:
    if found.start is None or found.end is None or made[1] is None or made[2] is None:
        return False
    shared = min(found.end, made[2]) - max(found.start, made[1])
    return shared >= 0.8 * (made[2] - made[1])


def _plain_search(made: Made, selector: Selector, right: object) -> bool:
    """What rapidfuzz alone says: the likeliest stretch, changed unless it is the same."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(selector.exact, made[0])
    if found is None or found.score < 85:
        return right is _is_gone
    anchored = Anchored(
        "exact" if found.score == 100 else "changed",  # type: ignore[arg-type]
        found.dest_start,
        found.dest_end,
    )
    return bool(right(anchored, made))  # type: ignore[operator]


def _pick(
    chance: random.Random, texts: list[str], *, negatable: bool
) -> tuple[str, tuple[int, int]]:
    while True:
        text = chance.choice(texts)
        words = list(re.finditer(r"\S+", text))
        length = chance.randint(8, 30)
        if len(words) <= length + 20:
            continue
        first = chance.randrange(10, len(words) - length - 10)
        quote = words[first].start(), words[first + length - 1].end()
        # What an agency's running report says again elsewhere would be found there, and rightly.
        if _is_said_again(words, first, length):
            continue
        if not negatable or _VERBS.search(text, quote[0], words[first + length - 2].end()):
            return text, quote


def _is_said_again(words: list[re.Match[str]], first: int, length: int) -> bool:
    said = [word.group() for word in words]
    inside = {tuple(said[at : at + 4]) for at in range(first, first + length - 3)}
    return any(
        tuple(said[at : at + 4]) in inside
        for at in range(len(said) - 3)
        if not first - 4 < at < first + length
    )


def _put(text: str, quote: tuple[int, int], words: str) -> Made:
    return text[: quote[0]] + words + text[quote[1] :], quote[0], quote[0] + len(words)


def _edit_letters(chance: random.Random, text: str, quote: tuple[int, int]) -> Made:
    letters = list(text[quote[0] : quote[1]])
    for at in chance.sample(range(len(letters)), max(1, len(letters) // 10)):
        letters[at] = chance.choice(("", chance.choice("abcdefgh"), letters[at] + "e"))
    return _put(text, quote, "".join(letters))


def _edit_words(chance: random.Random, text: str, quote: tuple[int, int]) -> Made:
    words = text[quote[0] : quote[1]].split()
    for at in chance.sample(range(len(words)), max(1, len(words) // 10)):
        words[at] = chance.choice(("", "altogether", f"indeed {words[at]}"))
    return _put(text, quote, " ".join(word for word in words if word))


def _flip(chance: random.Random, text: str, quote: tuple[int, int]) -> Made:
    words = text[quote[0] : quote[1]]
    if " not " in words:
        return _put(text, quote, words.replace(" not ", " ", 1))
    verbs = [verb for verb in _VERBS.finditer(words) if verb.end() < len(words)]
    verb = chance.choice(verbs)
    return _put(text, quote, f"{words[: verb.end()]} not{words[verb.end() :]}")


def _repeat(chance: random.Random, text: str, quote: tuple[int, int]) -> Made:
    words = text[quote[0] : quote[1]]
    before = chance.randrange(0, max(1, quote[0] - 80))
    behind = chance.randrange(min(quote[1] + 80, len(text) - 1), len(text))
    made = f"{text[:before]} {words} {text[before:behind]} {words} {text[behind:]}"
    start = quote[0] + len(words) + 2
    return made, start, start + len(words)


def _delete(_chance: random.Random, text: str, quote: tuple[int, int]) -> Made:
    return text[: quote[0]] + text[quote[1] :], None, None


def _around(chance: random.Random, text: str, quote: tuple[int, int]) -> Made:
    added = " ".join(chance.choices(text.split(), k=40))
    return f"{added} {text}", quote[0] + len(added) + 1, quote[1] + len(added) + 1


def _texts(path: Path) -> list[str]:
    if path.is_dir():
        raw = [each.read_text("utf-8", "replace") for each in sorted(path.glob("*.txt"))]
    else:
        raw = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    joined = re.split(r"\s+", " ".join(raw))
    return [
        " ".join(joined[at : at + WORDS])
        for at in range(0, min(len(joined) - WORDS, 60 * WORDS), WORDS)
    ]


def _sample_texts() -> list[str]:
    import sqlite3
    from importlib import resources

    sample = Path(str(resources.files("quotetrack"))).parent / "sample.db"
    with sqlite3.connect(f"file:{sample}?mode=ro", uri=True) as connection:
        rows = connection.execute("SELECT text FROM snapshot_text").fetchall()
    words = " ".join(text for (text,) in rows).split()
    return [" ".join(words[at : at + WORDS]) for at in range(0, len(words) - WORDS, WORDS // 4)]


if __name__ == "__main__":
    main()
