"""What was read, drawn over the pages."""
