"""The search index: how it is cut, what of a page is in it, and what its results can be narrowed by."""
