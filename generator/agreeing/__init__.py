"""What briefs say that does not agree, by what is looked at: spellings, lines with several names, entries unused."""
