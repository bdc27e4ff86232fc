"""The stages, one module each: thin, frozen, without logic of their own."""
