"""A quotation and its source: where it stands, in what way, and what is to be said about it."""
