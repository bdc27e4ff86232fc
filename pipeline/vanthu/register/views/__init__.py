"""What a person looks at: one document with all that is known of it, and figures over all."""
