"""Files that hold letters, not pictures: text layers, word-processor files, transcripts."""
