#!/usr/bin/env bash
# Puts the sitegen of a checkout into a virtual environment, from its lock: install.sh CHECKOUT
#
# The environment is $RUNNER_TEMP/sitegen, outside every checkout, so that nothing in one can shadow
# a module. No cache: a cache is a place where one run leaves something for another.
set -euo pipefail
code=$1

python -I -m venv "$RUNNER_TEMP/sitegen"
pip=("$RUNNER_TEMP/sitegen/bin/python" -I -m pip --disable-pip-version-check --no-cache-dir --quiet install)
"${pip[@]}" --require-hashes --requirement "$code/requirements.lock"
"${pip[@]}" --no-deps --no-build-isolation "$code"
