"""Speed and quality, measured: `python -m benchmarks` prints them all as ratios."""
