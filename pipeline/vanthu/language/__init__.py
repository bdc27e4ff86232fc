"""spaCy, kept in one place: a tokenizer, a component that runs the rulebook, an engine built from models/."""
