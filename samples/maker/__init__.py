"""Makes the sample documents out of their sources: typesetting, Word, plain text, and scans that look like scans."""
