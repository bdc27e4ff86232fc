"""Letters stored in other codes than they should be: encodings, code tables older than Unicode, slips that look right."""
