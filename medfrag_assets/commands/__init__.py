"""What the `medfrag` commands do; `cli.py` declares them."""
