"""The briefing site: YAML briefs in, a searchable static site out.

Two words      problems, model
Stages         load, entities, quotes, site, render, search: each a function on frozen values
One path       pipeline        One pen   output
Two doors      plugin (MkDocs), cli (people)
Behind them    typed (what was typed, and where), desk (files and what was read), articles (who says what in a
               source), quoting (where a quotation stands), views and pages (what readers see), pressing (MkDocs),
               publishing (a site on the disk)
"""

__version__ = "0.1.0"
