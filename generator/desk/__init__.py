"""The desk: which files there are, what stands in them, and what was read."""
