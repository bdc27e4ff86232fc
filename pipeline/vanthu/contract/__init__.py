"""The public form of a plan: what stands in `plan.json`, its schema, and the way from a plan to it and back from a file."""
