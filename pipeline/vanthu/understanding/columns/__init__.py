"""Tables of work and dated tables: what each column is for, and what its rows say."""
