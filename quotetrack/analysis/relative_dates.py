"""Dates that lean on publication or on a day named before: "on Tuesday", "two days later"."""

import re
from datetime import date, timedelta

from quotetrack.analysis import periods
from quotetrack.analysis.calendar_words import (
    COUNT,
    UNIT,
    WEEKDAY,
    count_number,
    weekday_number,
)
from quotetrack.analysis.date_scene import Scene
from quotetrack.analysis.periods import Period

_DAYTIME = r"(?i:morning|afternoon|evening|night|lunchtime|dawn|midnight|noon)"
_EARLIER = r"(?:(?P<earlier>(?i:earlier|later|late|early))\s+)?"
_SPAN = r"(?i:week|weekend|month|year|quarter|decade|century)"
_MODIFIER = (
    r"(?P<modifier>(?i:earlier|later|early|late|(?:the|at the|by the)?\s?"
    r"(?:very\s+)?(?:end|beginning|start|middle) of|mid))"
)

WEEKDAY_NAMED = (
    rf"(?:(?P<which>(?i:last|next|this|this past|this coming|the following|the previous))\s+)?"
    rf"(?:(?i:late|early)\s+)?(?P<weekday>{WEEKDAY})(?!\s*(?:Times|Night Live|Mail|newspaper|Club))"
    rf"(?P<possessive>[’']s)?(?:\s+{_DAYTIME})?"
    rf"(?:\s+(?P<from>(?i:of\s+)?(?i:last week|this week|next week)))?"
)
TODAY = (
    rf"{_EARLIER}(?P<word>(?i:the\s+day\s+before\s+yesterday|today|tonight|yesterday|tomorrow"
    rf"|this\s+{_DAYTIME}|last\s+night))(?:\s+{_DAYTIME})?"
)
WHICH_SPAN = (
    rf"(?:{_MODIFIER}\s+(?:the\s+)?)?(?P<which>(?i:this\s+past|this\s+coming|this|last|next|past"
    rf"|previous|coming|the\s+last|the\s+next|the\s+past|the\s+previous|the\s+following"
    rf"|the\s+coming|the\s+same|the\s+current|that|the\s+entire|current|earlier\s+in\s+the"
    rf"|later\s+in\s+the))\s+(?P<span>{_SPAN})(?!\w)"
)
PART_OF_SPAN = rf"{_MODIFIER}\s+the\s+(?P<span>(?i:week|month|year))(?!\w)"
THE_WEEKEND = r"(?:(?i:over|at|during|on)\s+)?the\s+(?P<span>weekend)(?!\w)"
SPAN_PREVIOUS = r"the\s+(?P<span>(?i:week|month|year))\s+(?P<which>(?i:previous|before))(?!\w)"
SAME_PERIOD = r"the\s+same\s+(?:period|time|month|quarter)\s+(?:of\s+)?(?:the\s+)?last\s+year"
COUNT_AGO = (
    rf"(?:(?i:about|around|some|nearly|almost|just|more than|over)\s+)?"
    rf"(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?\s+(?i:ago|previously)"
)
COUNT_FROM = (
    rf"(?P<less>(?i:less than|barely|not quite|under)\s+)?(?P<count>{COUNT})\s+"
    rf"(?P<unit>{UNIT})s?\s+(?P<way>(?i:later|earlier|after|before|afterwards?|beforehand))"
)
LAST_COUNT = (
    rf"(?:(?i:in|over|during|for)\s+)?(?:the\s+)?(?P<which>(?i:past|last|next|coming))\s+"
    rf"(?P<count>{COUNT})\s+(?P<unit>{UNIT})s"
)
SOME_HOURS_FROM = (
    r"(?:(?i:a few|several|some|many)\s+)?(?i:hours|minutes|moments)\s+"
    r"(?i:later|after|earlier|before|afterwards)"
)
SAME_DAY = (
    r"(?:(?i:later|late|earlier|early)\s+)?(?:(?i:in|on)\s+)?"
    r"(?:(?i:the\s+very\s+same|the\s+same|that\s+same|that|the\s+whole|the\s+entire)\s+"
    r"(?i:day|morning|afternoon|evening|night)"
    r"|(?<=\ in\ )the\s+day|(?<=\bend\ )the\s+day|(?<=ending\ )the\s+day"
    r"|(?<=[Ff]or\ )the\s+day)(?!\w)"
)
NEXT_DAY = (
    r"(?:(?i:a|the)\s+)?(?P<which>(?i:following|next|previous|preceding))\s+"
    r"(?i:day|morning|afternoon|evening|night)(?!\w)"
    r"|(?i:the)\s+(?i:day|morning|evening|night)\s+(?P<side>(?i:after|before))(?!\w)"
)

_BACK = re.compile(r"(?i:last|past|previous|before)")
_ON = re.compile(r"(?i:next|coming|following)")
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120}


def read_weekday(match: re.Match[str], scene: Scene) -> Period:
    """The last such day on or before publication, unless the words say that it lies ahead."""
    number, published = weekday_number(match["weekday"]), scene.published
    which = (match["which"] or "").lower()
    week = (match["from"] or "").lower()
    if week:
        monday = published - timedelta(days=published.weekday())
        weeks = {"last": -1, "this": 0, "next": 1}[week.removeprefix("of").split()[0]]
        return periods.day(monday + timedelta(days=number + 7 * weeks))
    if which in ("the following", "the previous") and scene.previous is not None:
        days = _days_on(scene.previous, number) or 7
        if which == "the previous":
            days = -(_days_back(scene.previous, number) or 7)
        return periods.day(scene.previous + timedelta(days=days))
    if which in ("next", "this coming", "the following") or (not which and scene.ahead):
        return periods.day(published + timedelta(days=_days_on(published, number) or 7))
    back = _days_back(published, number)
    if which == "last" and back == 0:
        back = 7
    return periods.day(published - timedelta(days=back))


def read_today(match: re.Match[str], scene: Scene) -> Period:
    """Today, yesterday, tomorrow, this morning, last night."""
    word = " ".join(match["word"].lower().split())
    back = {"yesterday": 1, "last night": 1, "tomorrow": -1, "the day before yesterday": 2}
    return periods.day(scene.published - timedelta(days=back.get(word, 0)))


def read_which_span(match: re.Match[str], scene: Scene) -> Period | None:
    """This week, last month, next year, the past weekend; earlier this month."""
    which = " ".join(match["which"].lower().split())
    span = match["span"].lower()
    modifier = " ".join((match["modifier"] or "").lower().split())
    if which in ("that", "the same", "the following", "the previous", "previous"):
        around = scene.previous
        if around is None and which in ("that", "the same"):
            return None
        around = around or scene.published
    else:
        around = scene.published
    if which == "the entire" and scene.previous_whole is not None and span == "year":
        first = scene.previous_whole.first
        return periods.year(first.year) if first else None
    steps = -1 if _BACK.search(which) else 1 if _ON.search(which) else 0
    whole = _span(span, around, steps)
    if whole is None or steps:
        return _modified(whole, modifier) if whole else None
    if which == "earlier in the":
        modifier = "earlier"
    return _running(whole, modifier, scene, weekend=span == "weekend")


def read_part_of_span(match: re.Match[str], scene: Scene) -> Period | None:
    """The beginning of the year; later in the week."""
    modifier = " ".join(match["modifier"].lower().split())
    if modifier in ("late", "early"):
        return None
    whole = _span(match["span"].lower(), scene.published, 0)
    return _modified(whole, modifier) if whole else None


def read_the_weekend(_match: re.Match[str], scene: Scene) -> Period:
    """The Saturday and Sunday before publication, or the one to come."""
    return _weekend(scene, ahead=scene.ahead)


def read_span_previous(match: re.Match[str], scene: Scene) -> Period | None:
    """The year before: of the period named before it."""
    whole = scene.previous_whole
    around = whole.first if whole is not None and whole.first else scene.published
    return _span(match["span"].lower(), around, -1)


def read_same_period(_match: re.Match[str], scene: Scene) -> Period | None:
    """The same period last year: a year before the period named before it."""
    whole = scene.previous_whole
    if whole is None or whole.first is None or whole.last is None:
        return periods.year(scene.published.year - 1)
    from dateutil.relativedelta import relativedelta

    if whole.value and "-Q" in whole.value:
        return periods.quarter(whole.first.year - 1, (whole.first.month + 2) // 3)
    back = whole.first - relativedelta(years=1)
    if whole.first.month == whole.last.month and whole.first != whole.last:
        return periods.month(back.year, back.month)
    return periods.year(back.year)


def read_count_ago(match: re.Match[str], scene: Scene) -> Period | None:
    """Two days ago, a year ago: counted back from publication, as coarse as its unit."""
    return _counted(scene.published, -count_number(match["count"]), match["unit"].lower())


def read_count_from(match: re.Match[str], scene: Scene) -> Period | None:
    """Two days later: counted from the day named before; two weeks after: back from it.

    "On Monday, two weeks after he spoke" dates his speaking, which is what the rest of the
    sentence tells.
    """
    anchor = scene.previous
    if anchor is None:
        return None
    way, unit = match["way"].lower(), match["unit"].lower()
    count = count_number(match["count"])
    steps = count if way in ("later", "afterwards", "afterward", "before") else -count
    if match["less"] and way == "after":
        whole = _counted(anchor, -count, unit)
        if whole is None or whole.first is None:
            return None
        day_in = _moved(anchor, -count, unit)
        return periods.days(day_in + timedelta(days=1), anchor - timedelta(days=1))
    if unit in ("hour", "minute"):
        return periods.day(anchor)
    if way in ("after", "before"):
        return periods.day(_moved(anchor, steps, unit))
    return _counted(anchor, steps, unit)


def read_last_count(match: re.Match[str], scene: Scene) -> Period:
    """The past nine days, the next two years: up to publication, or from it."""
    steps = count_number(match["count"]) * (-1 if _BACK.search(match["which"]) else 1)
    unit, published = match["unit"].lower(), scene.published
    first, last = sorted((published, _moved(published, steps, unit)))
    return periods.days(first, last)._replace(value=_duration(abs(steps), unit))


def read_same_day(_match: re.Match[str], scene: Scene) -> Period | None:
    """The same day; later that day; late in the day."""
    return periods.day(scene.previous) if scene.previous is not None else None


def read_next_day(match: re.Match[str], scene: Scene) -> Period | None:
    """The next day, the day before: of the day named before it."""
    if scene.previous is None:
        return None
    word = (match["which"] or match["side"]).lower()
    days = 1 if word in ("following", "next", "after") else -1
    return periods.day(scene.previous + timedelta(days=days))


def _span(span: str, around: date, steps: int) -> Period | None:
    from dateutil.relativedelta import relativedelta

    match span:
        case "week":
            return periods.week(around + timedelta(weeks=steps))
        case "weekend":
            # A Saturday or Sunday belongs to this weekend, so the last one is a week before.
            return periods.weekend(around + timedelta(weeks=steps))
        case "month":
            then = around + relativedelta(months=steps)
            return periods.month(then.year, then.month)
        case "year":
            return periods.year(around.year + steps)
        case "quarter":
            then = around + relativedelta(months=3 * steps)
            return periods.quarter(then.year, (then.month + 2) // 3)
        case "decade":
            return periods.decade((around.year // 10 + steps) * 10)
    return None


def _modified(whole: Period, modifier: str) -> Period:
    if not modifier:
        return whole
    if modifier.endswith("end of") or modifier == "late":
        return periods.part(whole, "late")
    if modifier.endswith(("beginning of", "start of")) or modifier == "early":
        return periods.part(whole, "early")
    if modifier.endswith("middle of") or modifier == "mid":
        return periods.part(whole, "mid")
    return whole


def _running(whole: Period, modifier: str, scene: Scene, *, weekend: bool) -> Period | None:
    """The current week, month or year: up to publication, or from it where it lies ahead."""
    published = scene.published
    if weekend:
        return _weekend(scene, ahead=scene.ahead, whole=whole)
    if modifier == "earlier":
        # Earlier than the day of publication, unless that is the first of them.
        return periods.cut(whole, max(published - timedelta(days=1), whole.first or published))
    if modifier == "later" or (not modifier and scene.ahead):
        return whole._replace(first=published)
    return _modified(whole, modifier) if modifier else periods.cut(whole, published)


def _weekend(scene: Scene, *, ahead: bool, whole: Period | None = None) -> Period:
    """On a Saturday or Sunday, that weekend; else the one before, or the one to come."""
    published = scene.published
    if published.weekday() >= 5 or ahead:
        return periods.weekend(published)
    if whole is not None:
        return whole
    return periods.weekend(published - timedelta(weeks=1))


def _counted(anchor: date, steps: int, unit: str) -> Period | None:
    if unit in ("hour", "minute"):
        return periods.day(anchor)
    then = _moved(anchor, steps, unit)
    if unit in _DAYS:
        return periods.day(then)
    return periods.month(then.year, then.month) if unit == "month" else periods.year(then.year)


def _moved(anchor: date, steps: int, unit: str) -> date:
    from dateutil.relativedelta import relativedelta

    if unit in _DAYS:
        return anchor + timedelta(days=steps * _DAYS[unit])
    if unit in _MONTHS:
        return anchor + relativedelta(months=steps * _MONTHS[unit])
    return anchor


def _duration(count: int, unit: str) -> str:
    match unit:
        case "minute" | "hour":
            return f"PT{count}{unit[0].upper()}"
        case "fortnight":
            return f"P{2 * count}W"
        case "decade":
            return f"P{10 * count}Y"
    return f"P{count}{unit[0].upper()}"


def _days_back(anchor: date, weekday: int) -> int:
    return (anchor.weekday() - weekday) % 7


def _days_on(anchor: date, weekday: int) -> int:
    return (weekday - anchor.weekday()) % 7
