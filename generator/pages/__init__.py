"""What pages are made of: their addresses, keys and marks, and how text meets Markdown."""
