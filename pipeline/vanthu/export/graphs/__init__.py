"""The task graph of one or many plans, in the forms that other programs read."""
