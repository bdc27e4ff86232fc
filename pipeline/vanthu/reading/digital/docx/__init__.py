"""Word-processor files (DOCX): paragraphs, list marks, notes, tables, pictures; and what stands outside of the text."""
