"""`python -m vanthu` does what the program `vanthu` does."""

from __future__ import annotations

from vanthu.cli.main import main

if __name__ == "__main__":
    main()
