"""How the shipped tuning of multilingual-e5-small was made: questions written for it, packing, training.

    python -m benchmarks.tuning.pack DATA build/tuning/packed.npz     here, some two minutes
    python -m benchmarks.tuning.train build/tuning/packed.npz OUT     where there is a GPU, some five minutes

The first needs the index of tests/quality/README.md under DATA; the second needs torch and transformers, and of this
project no other file than itself.
"""
