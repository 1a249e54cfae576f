"""`python -m supportplan_desktop.cli`."""

import sys

from supportplan_desktop.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
