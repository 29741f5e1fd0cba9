"""An article: what is said in it, and by whom."""
