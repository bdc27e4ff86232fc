"""Times of the work: from phrases that the rules found to days, windows and rhythms."""
