"""The briefing site: YAML briefs in, a searchable static site out.

Two words      problems, model
Three things   dates, passages, library (and citations: what the check found)
A handful of verbs: load, resolve (entities), verify (quotes), arrange (site), render, feed, search
One path       pipeline        One pen   output
Two doors      plugin (MkDocs), cli (people)
"""

__version__ = "0.1.0"
