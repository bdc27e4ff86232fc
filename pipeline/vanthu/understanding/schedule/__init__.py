"""The calendar of a plan: rows of dated tables, lines of programmes."""
