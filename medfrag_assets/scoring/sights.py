"""What is said of things seen in the picture: how they look, whether a doubt or a condition is about them.

A look here is evidence, whatever it means: "dense" is one, be it normal or not. What a look says of the picture, where
it answers the question by itself, is read in `looks`, which shares the words of `BAD_LOOKS` and `GOOD_LOOKS`.
"""

from collections.abc import Sequence

from medfrag_assets.scoring.cues.kinds import DECLINES, Cue
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.refusals.exams import TESTS
from medfrag_assets.scoring.refusals.images import IMAGES
from medfrag_assets.scoring.words import spelled

_ADDRESSED = frozenset({"you", "your", "i", "me", "help", "we", "us"})
# "I see a notch" tells of the picture and addresses nobody.
_ADDRESSED_BUT_I = _ADDRESSED - {"i"}
_THERE = frozenset({"it", "there", "that", "this", "one", "some", "something"})
_BETTER = spelled(
    "sharper | clearer | better | larger | bigger | quality | resolution | higher | focus | complete | "
    "attached | "
    "provided | available | uploaded | share | provide | upload | send | visible"
)
# What a structure looks like is evidence, even where no word of the list of signs is said.
_STRUCTURES = spelled(
    """
    nuclei | nucleus | ducts | duct | glands | gland | cells | stroma | border | borders | edge | edges | margin |
    margins |
    lungs | lung | lobe | base | ventricles | ventricle | sulci | network | hemisphere | hemispheres | midline |
    outline |
    epithelium | layer | layers | lining | lumen | lumens | membrane | basement | nests | cords | strands | tubules |
    papule | macule | plaque | dots | lines | globule | streaks | pigment | pigmentation | veil | crust | scale |
    rim | center | surface | side | sides | outlines | band | ring | half | halves | quadrant | apex | apices |
    hilum | hila | heart | silhouette | ribs |
    cortex | gyrus | gyri | thalamus | falx | cisterns | pons | hippocampus | parenchyma | marrow | fat | septa |
    contrast | signal | intensity | texture | pattern | symmetry | asymmetry | density | whiteness | markings |
    lobules | diaphragm | angle | angles | vessels | spot | area | region | colors | globules | architecture | shape
    """
)
# How a structure looks: words that also tell by themselves whether the picture is normal, as `looks` reads them, and
# others.
BAD_LOOKS = spelled(
    """
    irregular | asymmetric | ragged | jagged | blurred | hazy | opaque | blunted | enlarged | widened | shifted |
    displaced | compressed | effaced | swollen | thickened | distorted | disorganized | chaotic | crowded |
    pleomorphic | destroyed | disrupted | variegated | uneven | bulging | tilted | streaky | patchy | mottled |
    depressed | crooked | deformed | disturbed | infiltrated | denser | whiter | angulated
    """
)
GOOD_LOOKS = spelled(
    """
    regular | symmetric | symmetrical | smooth | sharp | intact | preserved | uniform | homogeneous | clear |
    clean | slender
    """
)
_OTHER_LOOKS = spelled(
    """
    large | dark | darker | bright | brighter | white | dense | round | normal | even | equal | small | lost |
    packed | scattered | thick | thin | increased | reduced | abnormal | unusual | pale | infiltrative | straight |
    narrow | wide | indistinct | distinct | rounded | solid | piled | flat | layered | raised | elevated | fuzzy |
    soft | hard | full | fuller | prominent | coarse | odd | strange | funny | fine | speckled | spotty | nodular |
    lobulated | spiculated | rough | wavy | curved | bowed | off | mixed | varied | heterogeneous | plump | big |
    bigger | larger | smaller | wider | thicker | broad | elongated | oval | stellate
    """
)
_LOOKS = BAD_LOOKS | GOOD_LOOKS | _OTHER_LOOKS
# What is seen, whatever it means, and where.
_FEATURES = spelled(
    "streaks | notch | notches | bulge | ring | focus | foci | shadow | spot | spots | haze | dots | swelling | "
    "veil | "
    "clump | clumps | cluster | clusters | blob | patches | halo | fleck | smear | smudge | streak | band"
)
_SITED = spelled("at | in | on | there | see | near | along | around | behind | over")
_ABOUT_NOTHING = DECLINES | {Cue.ASKED, Cue.CONDITION}
# How far before a structure its look stands, in words.
_LOOK_WITHIN = 3
# "There is a subtle bulge" describes something, whatever it is called.
_FAINT = spelled("slight | subtle | faint | vague | mild | small | tiny | minor")
# "What troubles me is the cellularity, what reassures me the outline".
_STRIKES = frozenset({"troubles", "worries", "reassures", "bothers", "concerns", "disturbs", "comforts", "strikes"})
_SHOWN = spelled("there | see | shows | show | seen | visible | notice | has")
_LINKS = frozenset(
    {
        "is",
        "are",
        "look",
        "looks",
        "appear",
        "appears",
        "seem",
        "seems",
        "have",
        "has",
        "remain",
        "remains",
        ":",
        "slightly",
    }
)
# What tells and is in no picture.
_ELSEWHERE = TESTS | {"history"}
# Without one of these a clause does not say what anything looks like.
_DESCRIBING = _FAINT | _STRIKES | _FEATURES | _STRUCTURES


def describes(items: Sequence[Item], words: set[str]) -> bool:
    """Whether the clause of these words says what a structure looks like: "the nuclei are large and dark"."""
    if words.isdisjoint(_DESCRIBING):
        return False
    if not words.isdisjoint(_FAINT) and not words.isdisjoint(_SHOWN) and "too" not in words:
        return True
    if not words.isdisjoint(_STRIKES) and ("me" in words or "what" in words):
        return True
    if not words.isdisjoint(_FEATURES) and not words.isdisjoint(_SITED) and words.isdisjoint(_ADDRESSED_BUT_I):
        return all(item.cue not in _ABOUT_NOTHING for item in items)
    if words.isdisjoint(_STRUCTURES) or words.isdisjoint(_LOOKS):
        return False
    return _tells_a_look(items)


def _tells_a_look(items: Sequence[Item]) -> bool:
    """Like "dense nuclei", "nuclei that are dense"."""
    structure = linked = False
    at, looked = 0, -_LOOK_WITHIN
    for item in items:
        if item.cue in (Cue.REFUSED_SCOPE, Cue.ASKED, Cue.CONDITION):
            return False
        for word in item.text.split(" "):
            at += 1
            if word in _LOOKS:
                looked = at
            if word in _STRUCTURES:
                if at - looked < _LOOK_WITHIN and word not in _LOOKS:
                    return True
                structure, linked = True, False
            elif word in _LINKS:
                linked = structure
            elif linked and word in _LOOKS:
                return True
    return False


def is_of_the_picture(words: set[str], cues: set[Cue | None]) -> bool:
    """Whether a "may" in a sentence of these words doubts what is seen: "the stroma may have more cells than usual"."""
    if not words.isdisjoint(_ADDRESSED):
        return False
    if Cue.FINDING in cues:
        return False
    return Cue.SIGN in cues or not words.isdisjoint(_STRUCTURES) or not words.isdisjoint(_THERE)


def supposes_a_sight(words: set[str], cues: set[Cue | None]) -> bool:
    """Whether a condition of these words is about what is seen, not about a better picture or who looks at it."""
    if not words.isdisjoint(_ADDRESSED):
        return False
    if Cue.SIGN in cues or not words.isdisjoint(_STRUCTURES):
        return True
    return words.isdisjoint(IMAGES) and not words.isdisjoint(_THERE)


def is_decided_by_a_sight(words: set[str], cues: set[Cue | None]) -> bool:
    """Whether what the answer depends on, in a sentence of these words, is in the picture, and no examination."""
    return (Cue.SIGN in cues or not words.isdisjoint(_STRUCTURES)) and words.isdisjoint(_ELSEWHERE)


def wants_a_better_picture(words: set[str]) -> bool:
    """Whether a condition of these words is one that the picture does not meet: "if the image were sharper"."""
    return not words.isdisjoint(IMAGES) and not words.isdisjoint(_BETTER)
