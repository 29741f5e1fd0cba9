"""What rendering keeps and makes once: compiled templates, and the small pieces of which pages have hundreds."""
