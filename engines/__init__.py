"""Where documents are kept and matched. `open_engine` opens the one the settings name."""
