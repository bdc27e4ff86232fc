"""Commands about documents: what is read in a file, and all that is made of it."""
