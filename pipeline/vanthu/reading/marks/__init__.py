"""What was put on the paper besides the print: seals, stamps, ballpoint. Found by colour where there is colour, else by shape."""
