"""`graph.svg`: one plan against time; and what all pictures are drawn with."""
