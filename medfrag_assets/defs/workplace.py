"""What every asset has on its page besides its own words: whom to ask about it, and a link to its code."""

import warnings
from collections.abc import Iterable

import dagster as dg

OWNER = "team:medfrag"


def with_owner_and_code(assets: Iterable[dg.AssetsDefinition]) -> list[dg.AssetsDefinition]:
    """The same assets, each with its owner and a link to the function that makes it.

    Links are to files of the machine on which the code runs, found when it loads; nothing is asked of a server.
    """
    owned = [asset.map_asset_specs(lambda spec: spec.replace_attributes(owners=[OWNER])) for asset in assets]
    with warnings.catch_warnings():
        # Links to code are marked as beta in this version of Dagster, which is pinned.
        warnings.simplefilter("ignore", dg.BetaWarning)
        return [asset for asset in dg.with_source_code_references(owned) if isinstance(asset, dg.AssetsDefinition)]


def code_file(path: str) -> dg.CodeReferencesMetadataValue:
    """A link to a whole file, for an asset that is made from one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", dg.BetaWarning)
        return dg.CodeReferencesMetadataValue(code_references=[dg.LocalFileCodeReference(file_path=path)])
