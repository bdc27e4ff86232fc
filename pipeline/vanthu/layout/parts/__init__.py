"""The part that each line plays on its page: head, body, tail, and what stands beside the running text."""
