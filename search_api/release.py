"""Which version of the product this is."""

from importlib.metadata import PackageNotFoundError, version


def product_version() -> str:
    """The version of the installed distribution; `0` where it runs uninstalled."""
    try:
        return version("referatsoegning")
    except PackageNotFoundError:
        return "0"
