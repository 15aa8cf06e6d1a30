"""Where plans are kept: base.py is the promise, files.py and memory.py keep it."""
