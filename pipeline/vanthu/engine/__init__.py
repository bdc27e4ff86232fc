"""Many documents: which files, in which folders, by how many workers, and what became of each."""
