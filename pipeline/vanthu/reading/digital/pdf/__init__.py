"""Digital PDF files: glyphs, words and tables of a text layer, whether it is believed, and what was put on the page besides."""
