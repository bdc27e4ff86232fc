"""Lines to one running text: repairs, which line goes on with which paragraph."""
