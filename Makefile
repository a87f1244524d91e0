# Everything runs in .venv, made on first use.
PYTHON ?= python3
BIN := .venv/bin
RECORDINGS ?= $(FOOTFALL_RECORDINGS)

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

.PHONY: play test check
play: .venv/ready
	$(BIN)/python main.py

test: .venv/ready
	SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy $(BIN)/python -m pytest -n 2 --dist worksteal

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: simulate
simulate: .venv/ready
	$(BIN)/python -m tools.simulate_training

.PHONY: bench
bench: .venv/ready
	$(BIN)/python -m tools.bench

.PHONY: accuracy
accuracy: .venv/ready
	@test -n "$(RECORDINGS)" || { echo "Say where the recordings are: make accuracy RECORDINGS=FOLDER"; exit 2; }
	$(BIN)/python -m tools.accuracy $(RECORDINGS)
	$(BIN)/python -m tools.accuracy_steps $(RECORDINGS)

.PHONY: accuracy-left-out
accuracy-left-out: .venv/ready
	@test -n "$(RECORDINGS)" || { echo "Say where the recordings are: make accuracy-left-out RECORDINGS=FOLDER"; exit 2; }
	$(BIN)/python -m tools.accuracy_left_out $(RECORDINGS)

.PHONY: pictures
pictures: .venv/ready
	$(BIN)/python -m tools.pictures

.PHONY: accuracy-simulated
accuracy-simulated: .venv/ready
	$(BIN)/python -m tools.accuracy_simulated
