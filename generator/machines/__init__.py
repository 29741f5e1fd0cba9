"""What the site says to machines: feeds, calendars, data, linked data."""
