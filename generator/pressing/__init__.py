"""Pages in the hands of MkDocs: one page, all pages, what stands round them, and the theme."""
