"""`python -m quotetrack` is the command `quotetrack`."""

import sys

from quotetrack.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
