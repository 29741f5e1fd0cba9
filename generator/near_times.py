"""What somebody meant who typed something near to a time with its zone: the words of a remedy, never a reading."""

from __future__ import annotations

import re

from generator.near_dates import meant, without_frills

_LONGEST = 60  # characters; nobody means a time by more
_TIME = re.compile(
    r"(?P<day>.{6,30}?)(?:t(?=[0-9])|[, ] *)(?:(?:at|um|à|kl\.?|a las|в|о) +)?"
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2})(?![0-9])(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r"|(?= *(?:h|hrs?|uhr|o'clock|[ap]\.?m)\b)) *"
    r"(?P<half>[ap]\.?m\b\.?)? *(?P<word>(?:hrs?|h|uhr|o'clock)\b)? *(?P<zone>.*)"
)
_OFFSET = re.compile(r"(?:utc|gmt)? *(?P<hours>[+-] *[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?")
#: The zones of newsrooms by their short names; those that mean several places are left out.
_ZONES = {
    "z": "Z", "utc": "Z", "gmt": "Z", "wet": "Z", "bst": "+01:00", "cet": "+01:00", "mez": "+01:00", "cest": "+02:00",
    "mesz": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "est": "-05:00", "edt": "-04:00",
    "pst": "-08:00", "pdt": "-07:00", "jst": "+09:00",
}  # fmt: skip


def meant_time(text: str) -> tuple[str, ...]:
    """The times with a zone that the text can mean, written rightly; with no zone known, several to choose from."""
    found = _TIME.fullmatch(without_frills(text)) if len(text) <= _LONGEST else None
    if not found:
        return ()
    days = [day for day in meant(found["day"]) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day)]
    hour = int(found["hour"])
    if half := found["half"]:
        hour = hour % 12 + (12 if half[0] == "p" else 0) if 1 <= hour <= 12 else 99
    if len(days) != 1 or hour > 23 or int(found["minute"] or 0) > 59:
        return ()
    time = f"{days[0]}T{hour:02}:{found['minute'] or '00'}"
    if zone := _zone(found["zone"].removesuffix("time").strip(" ().")):
        return (f"{time}{zone}",)
    return (f"{time}+03:00, with the offset of the place,", f"{time}Z for UTC", f"{days[0]} without the time")


def _zone(text: str) -> str:
    """The zone as it is written, where it is known."""
    if offset := _OFFSET.fullmatch(text):
        hours = int(offset["hours"].replace(" ", ""))
        return f"{hours:+03}:{offset['minutes'] or '00'}" if abs(hours) <= 14 else ""
    return _ZONES.get(text, "")
