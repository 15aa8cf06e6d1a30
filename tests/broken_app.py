"""The app with a script that fails as the plan words in its error say: test_guard.py starts it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from app import main, make_app

app = make_app(Path(__file__).with_name("broken_script.py"))

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], app))
