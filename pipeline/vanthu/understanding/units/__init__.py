"""Names of units: their grammar, and those that a document gives itself."""
