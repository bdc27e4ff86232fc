"""Words to lines: rows of a page put together, columns parted, what a seal or a stain left taken out; transcripts as their reader numbered them."""
