"""Page images: made, measured, put right, and what is drawn on them. Nothing here reads letters."""
