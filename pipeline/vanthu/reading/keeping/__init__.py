"""What was read once is kept for the next time: packed, filed under what it was read from and read with, and bounded."""
