"""What comes before what in one plan, and who hands what to whom."""
