.DEFAULT_GOAL := run
.PHONY: run test lint format lock clean

# Sets up what is missing, then turns the sample documents into plans, trackers, calendars and graphs in out/.
run:
	@tools/setup.sh run
	@.venv/bin/vanthu process samples/ --out out/

# Sets up what is missing, then passes the tests.
test:
	@tools/setup.sh dev
	@.venv/bin/pytest -q -n auto

lint:
	@tools/setup.sh dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

format:
	@tools/setup.sh dev
	.venv/bin/ruff check --fix-only .
	.venv/bin/ruff format .

# Makes both locks from pyproject.toml; needs uv. Pins stay as they are but with UPGRADE=--upgrade.
PIP_COMPILE = uv pip compile -q $(UPGRADE) --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	--no-emit-index-url --no-emit-find-links --extra second pyproject.toml
lock:
	$(PIP_COMPILE) --group dev -o requirements-dev.lock
	$(PIP_COMPILE) --group build -c requirements-dev.lock -o requirements.lock

clean:
	rm -rf out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
