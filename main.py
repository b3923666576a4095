"""Start the bench: hands over to leghorn_bench.app, and does nothing else."""

import sys

from leghorn_bench.app import main

if __name__ == "__main__":
    sys.exit(main())
