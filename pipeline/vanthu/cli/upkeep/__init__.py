"""Commands about the program itself: its rules, what it keeps, how good it is, what it lacks."""
