"""One text read by itself: who acts and what they are to others, what is said besides, whether it instructs."""
