"""What a draft of a brief takes from the text of an article: its head, and who is in it with which office."""
