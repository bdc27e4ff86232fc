"""One text read by itself, without the outline around it: who acts, what is said besides, whether it instructs."""
