"""Documents that a plan names, and on which of them it is grounded."""
