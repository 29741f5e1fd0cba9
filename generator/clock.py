"""The day that counts as today: the one place of the house that asks the clock."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


class BadEpochError(ValueError):
    """SOURCE_DATE_EPOCH holds something that is no number of seconds."""


def present_day() -> date:
    """The day of SOURCE_DATE_EPOCH where that is set, else the present day (UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError):
        raise BadEpochError(f"SOURCE_DATE_EPOCH is {epoch!r}, which is no number of seconds") from None
