"""How the shipped tuning of multilingual-e5-small was made: questions written for it, packing, training.

    python -m benchmarks.tuning.pack DATA build/tuning/packed.npz     here, some two minutes
    python -m benchmarks.tuning.train build/tuning/packed.npz OUT     where there is a GPU, some five minutes
    python -m benchmarks.tuning.question_map DATA OUT                 here, with OUT as tuned.npz, ten minutes
    python -m benchmarks.tuning.joint_reader OUT --cases CASES        what reads question and text together, on a GPU
    python -m benchmarks.tuning.verdicts OUT                          what reads what decisions came to, half an hour
    python -m benchmarks.tuning.wordings OUT                          the same by runs of words, some minutes
    python -m benchmarks.tuning.calibration OUT DATA FILES ...        the floor, when any of these is new

The first and the third need the index of tests/quality/README.md under DATA; the second needs torch and transformers,
and of this project no other file than itself. What ships: two runs of three epochs, a tenth of the items left out,
averaged, 0.7 kept (`--seeds 2 --epochs 3 --share 0.7`); then the matrix, half of it kept; then the reader, three
minutes. CASES is the corpus of Aarhus, some of whose passages are among those that the reader learns from.
"""
