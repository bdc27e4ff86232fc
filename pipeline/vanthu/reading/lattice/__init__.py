"""Tables as geometry: cells from rules that are drawn, completed by white space where rules are missing.

Nothing here knows of pixels, points or letters: scans and digital pages are measured alike, in any unit.
"""
