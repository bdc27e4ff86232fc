"""What a document says: header, citations, outline, units, tasks, deadlines, schedule."""
