"""A site on the disk: what was left there, what is made besides pages, and how it is put in its place."""
