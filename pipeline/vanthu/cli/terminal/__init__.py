"""What every command stands on: streams, options, progress, tables, the words for errors and values."""
