"""When tasks are due: their own words, the cells of their rows, the lines and headings around them, the whole document."""
