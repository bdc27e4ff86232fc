"""Tables: joined over pages with their head known, and those that only place things side by side."""
