"""The exit codes a shell can rely on; 0 is all well."""

FAILED, WRONG_USE, BUT_FOR_SOME, INTERRUPTED = 1, 2, 3, 130
