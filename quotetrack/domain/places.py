"""The zone of a place: "Baku", "UTC", "+04:00"."""

import re

from quotetrack.domain.errors import DateNotUnderstood

_OFFSET = re.compile(r"^(?:utc|gmt)?\s*(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?$")
_UNIVERSAL = frozenset({"utc", "gmt", "z"})
_CAPITALS = {
    "beijing": "Asia/Shanghai",
    "berne": "Europe/Zurich",
    "delhi": "Asia/Kolkata",
    "edinburgh": "Europe/London",
    "geneva": "Europe/Zurich",
    "islamabad": "Asia/Karachi",
    "new delhi": "Asia/Kolkata",
    "ottawa": "America/Toronto",
    "strasbourg": "Europe/Paris",
    "the hague": "Europe/Amsterdam",
    "washington": "America/New_York",
}
"""Seats of power for which the IANA database names no zone of their own."""


def read_zone(typed: str) -> str:
    """The IANA name or offset meant by a place, a zone name or an offset.

    Raises:
        DateNotUnderstood: no zone is known by that name.
    """
    name = " ".join(typed.lower().replace("_", " ").split()).strip("()")
    if name in _UNIVERSAL:
        return "UTC"
    offset = _OFFSET.match(name)
    if offset:
        return _written_offset(offset)
    if name in _CAPITALS:
        return _CAPITALS[name]
    known = _zones_by_place()
    if name in known:
        return known[name]
    raise DateNotUnderstood(
        f"No time zone is known for “{typed}”. Name a larger city of the same zone, "
        "or the offset, as in “+04:00”."
    )


def _written_offset(match: re.Match[str]) -> str:
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if hours > 14 or minutes > 59:
        raise DateNotUnderstood(f"There is no offset of {hours}:{minutes:02d} hours.")
    return f"{match['sign']}{hours:02d}:{minutes:02d}"


def _zones_by_place() -> dict[str, str]:
    from zoneinfo import available_timezones

    found: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        area, _, place = zone.rpartition("/")
        if area.split("/")[0] in ("Etc", "posix", "right", "SystemV", "US"):
            continue
        found[zone.lower().replace("_", " ")] = zone
        if area:
            found.setdefault(place.lower().replace("_", " "), zone)
    return found
