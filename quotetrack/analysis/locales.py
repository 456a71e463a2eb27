"""How a country writes 3/4/2022: the day first, or the month."""

MONTH_FIRST = ("en-us", "en-ph", "fil-ph")
"""Locales in which 3/4/2022 is the fourth of March (Unicode CLDR, short date formats)."""


def writes_day_first(locale: str | None) -> bool | None:
    """Whether a locale writes the day before the month; None where it is not known."""
    if locale is None or "-" not in locale.replace("_", "-"):
        return None
    return locale.replace("_", "-").lower() not in MONTH_FIRST
