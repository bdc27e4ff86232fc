"""What `kills.py` is made of: a run that can be killed, what it was doing then, and what it left."""
