"""Whether a clause is about a part of the picture only."""

from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import spelled

_ORGANS = frozenset({"lung", "lungs", "brain", "parenchyma", "pulmonary", "tissue"})
_ALL = frozenset({"everything", "all", "throughout", "whole", "entire", "overall", "every", "otherwise normal"})
# Of these "normal" says nothing about what else is in the picture.
PARTIAL = spelled(
    """
    ventricles | ventricle | sulci | gyri | cortex | nerves | nerve | hemisphere | cerebellum | cerebellar | pons |
    thalamus | ganglia | matter | callosum | midline | hippocampus | pituitary | sella | brainstem | medulla |
    cisterns | angles | angle | apices | apex | hilum | hila | vessels | vasculature | ribs | clavicles | diaphragm |
    trachea | base | bases | lobules | stroma | glands | ducts | fat | nuclei | network | border | edge | outline |
    color | colors | left | right | elsewhere | rest | other | others | outside | adjacent | around | surrounding |
    upper | lower | half | corner | center | background | skull | bones | heart | size | contour | marrow | orbits |
    sinuses | lobe | side | neighboring | neighbor | remaining | otherwise | apart | duct | gland | lobule
    """
)


def covers_the_whole(items: list[Item]) -> bool:
    """Whether the organ stands beside its parts, or all of it is told of: "heart size and lung fields are normal"."""
    if any(item.text in _ALL for item in items):
        return True
    for place, item in enumerate(items):
        if item.text in _ORGANS:
            around = [other.text for other in (*items[max(0, place - 2) : place], *items[place + 1 : place + 3])]
            if ("and" in around or "," in around) and "of" not in around:
                return True
    return False
