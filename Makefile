# Two commands are enough: `make run` and `make test`. Each installs what is missing first.

PYTHON = .venv/bin/python

# Without compiled files each worker, and each process that a test starts, compiles everything again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test faults bench words lock installer clean

run:
	@sh installer/set_up.sh run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    exec $(PYTHON) -m vitalshift_desktop; \
	else \
	    echo "There is no screen here. The tour runs instead, with the sample practice; see build/tour."; \
	    QT_QPA_PLATFORM=offscreen exec $(PYTHON) -m tests.journeys.tour build/tour; \
	fi

test:
	@sh installer/set_up.sh test
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(PYTHON) -m pytest -q -n 3 --dist worksteal

# What happens on bad days, many times over: 980 kills, a full disk at every write, 100,000 odd inputs. Takes long.
# In memory where there is some: a kill and a full drive are the same there, and nothing waits for a drive.
faults:
	@sh installer/set_up.sh test
	FAULTS=full TMPDIR=$(firstword $(wildcard /dev/shm) $(TMPDIR) /tmp) $(PYTHON) -m pytest -q -n 2 --dist worksteal \
	    tests/faults tests/architecture/test_outside_trace.py

# Never part of the suite: how long things take, beside the same thing without us.
bench:
	@sh installer/set_up.sh test
	$(PYTHON) -m pytest -q tests/benchmarks

# Collects the visible words into resources/translations/vitalshift.pot.
words:
	@sh installer/set_up.sh test
	$(PYTHON) -m installer.collect_words

# Writes both lock files anew, with hashes and without addresses.
LOCK = .venv-tools/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --python $(PYTHON) \
    --generate-hashes --no-header --no-annotate --no-emit-index-url
lock:
	@sh installer/set_up.sh test
	[ -x .venv-tools/bin/uv ] || { $(PYTHON) -m venv .venv-tools && .venv-tools/bin/pip install --quiet uv==0.13.9; }
	UV_PYTHON_DOWNLOADS=never $(LOCK) --output-file requirements.lock
	UV_PYTHON_DOWNLOADS=never $(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock

# A folder with the app in it that runs without Python, in dist/.
installer:
	@sh installer/set_up.sh test
	$(PYTHON) installer/build.py

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .benchmarks
	find vitalshift_desktop tests installer -name __pycache__ -prune -exec rm -rf {} +
