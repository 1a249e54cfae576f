"""`python -m supportplan_desktop.server`."""

import sys

from supportplan_desktop.server.program import main

if __name__ == "__main__":
    sys.exit(main())
