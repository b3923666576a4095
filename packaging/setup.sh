#!/usr/bin/env bash
# Make the virtual environment from a lock file: setup.sh PYTHON VENV LOCKFILE.
set -euo pipefail
python=$1 venv=$2 lock=$3
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
