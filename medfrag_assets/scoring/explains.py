"""Encyclopedia text: sentences that explain a word and say nothing of the picture."""

from collections.abc import Sequence
from itertools import pairwise

from medfrag_assets.scoring.cues import MENTIONS, Cue, phrases
from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.words import spelled

_DEFINES = frozenset(
    phrases(
        "stands|means|describes|refers|defined|characterized|caused|occurs|disease|type of|known as|stands for|"
        "accounts|affects|kills"
    )
)
_OF_THE_PICTURE = frozenset(
    phrases(
        """
        image | scan | picture | present | visible | seen | here | this | patient | these | patch | slide | photo | i |
        there | ray | mri | specimen | shows | shown | my
        """
    )
)
_ARTICLES = frozenset({"a", "an", "the"})
_KINDS_AFTER_THE = frozenset(
    phrases(
        "most|abnormal|uncontrolled|name|term|leading|medical|growth|development|second|third|commonest|type of|medical"
    )
)
_GENERALLY = spelled("usually|often|typically|commonly|generally|frequently|sometimes|mostly|rarely|mainly|always")
_GENERAL_VERBS = spelled(
    """
        include | includes | occur | occurs | arise | arises | develop | develops | originate | originates | affect |
        affects | spread | spreads | cause | causes | begin | begins | start | starts | grow | grows | metastasize |
        lead | leads | make | makes | vary | varies | happen | tend | tends | range | come | comes
        """
)
_GENERAL_STATES = frozenset(
    phrases(
        """
        common | treatable | curable | serious | dangerous | rare | treated | caused | primary | viral | bacterial |
        fatal | prevented | deadly | classified | diagnosed | life | growths | collections | abnormal growths | when |
        abnormal | cured | malignant or | responsible | preventable | hereditary | contagious | cancers | tumors | named
        """
    )
)
_TOPICS = spelled("signs|symptoms|causes|features|types|treatment|treatments|risk|patients|people|detection|diagnosis")
# "Causes: ...", "Pneumonia: an overview".
_HEADINGS = spelled("causes | symptoms | treatment | treatments | prevention | complications | epidemiology | types")
_OVERVIEWS = spelled("overview | introduction | basics | facts | guide | definition")
_TOPICAL = frozenset({"common", "typical", "possible", "early", "warning", "the", "other", "main"})
_PLURAL_VERBS = frozenset(
    {"have", "look", "appear", "require", "need", "respond", "differ", "consist", "vary", "tend", "show"}
)
_QUANTIFIES = frozenset({"many", "most", "some", "all"})
_GOES_ON = _TOPICS | frozenset(
    phrases(
        "it|they|most|early|common|some|other|others|doctors|using|when|many|several|depending on|although|unlike|"
        "this type"
    )
)
_DOUBTS = frozenset({Cue.HEDGE, Cue.MODAL})


# Who and what general statements are about.
_GENERAL = frozenset(
    phrases(
        """
        worldwide | americans | women | men | adults | children | survival | antibiotics | chemotherapy | vaccination |
        sunscreen | smoking | incidence | prevalence | commonly | doctors | radiologists | pathologists |
        dermatologists |
        clinicians | scientists | physicians | refers | develops | occurs | types | type of | types of | including |
        helps |
        treatments | everyone | people | patients | society | annually | uses | invented | technique | mortality |
        millions | year
        """
    )
)
_LONG = 5


def explains(  # noqa: PLR0911 - a return for each form
    items: Sequence[Item], cues: set[Cue | None], texts: set[str]
) -> bool:
    """Whether the sentence of these items, cues and texts explains a word of the task: "Pneumonia is an infection"."""
    if cues.isdisjoint(MENTIONS) or len(items) < 3 or Cue.LIKELY in cues:
        return False
    if not texts.isdisjoint(_GENERALLY) and any(
        one.cue in MENTIONS and other.text in _GENERALLY for one, other in pairwise(items)
    ):
        return True
    if not texts.isdisjoint(_OF_THE_PICTURE):
        return False
    if items[1].text in (":", ",") and (
        items[0].text in _HEADINGS or not texts.isdisjoint(_OVERVIEWS) or len(texts & (_HEADINGS | _TOPICS)) > 1
    ):
        return True
    if items[0].text == "did" and items[2].text == "know":
        return True
    if items[0].text == "in" and items[1].cue in MENTIONS and items[2].text == ",":
        return True
    start = 1 if items[0].text in _ARTICLES or items[0].text in _TOPICAL or items[0].text in _QUANTIFIES else 0
    if items[start].cue in MENTIONS:
        return _defines(items, start, cues)
    if len(items) >= _LONG and not texts.isdisjoint(_GENERAL) and Cue.CONCLUSION not in cues:
        return True
    topic = 1 if items[0].text in _TOPICAL else 0
    if items[topic].text.split(" ")[0] in _TOPICS:
        return not texts.isdisjoint(
            {
                "include",
                "includes",
                "are",
                "should",
                "often",
                "usually",
                "is",
                "depends",
                "vary",
                "varies",
                "aims",
                "lowers",
            }
        )
    return False


def _defines(  # noqa: PLR0911 - a return for each form
    items: Sequence[Item], start: int, cues: set[Cue | None]
) -> bool:
    if len(items) < start + 3:
        return False
    verb, complement = items[start + 1].text, items[start + 2].text
    if verb in ("can", "can be", "may", "may be"):
        return complement in _GENERAL_STATES or complement in _GENERAL_VERBS or complement in ("look", "appear", "show")
    if verb == "," and any(item.text in _GENERAL for item in items):
        return True
    if verb in _GENERAL_VERBS and (items[0].text not in _ARTICLES or verb.endswith("s")):
        return len(items) > start + 3
    if not cues.isdisjoint(_DOUBTS):
        return False
    if verb in _DEFINES or verb in _GENERALLY:
        return True
    if items[start].text.endswith(("s", "ta")) and start == 0 and verb in _PLURAL_VERBS:
        return len(items) > 3
    if verb in ("requires", "responds", "ranks", "remains", "differs", "results", "comprises", "constitutes"):
        return len(items) > 3
    if verb not in ("is", "are"):
        return False
    if complement in _DEFINES or complement in _GENERALLY or complement in _GENERAL_STATES:
        return True
    if complement == "the":
        return len(items) > start + 3 and items[start + 3].text.split(" ")[0] in _KINDS_AFTER_THE
    return complement in ("a", "an", "one", "one of") and len(items) > start + 4


def carries_on(items: Sequence[Item]) -> bool:
    """Whether a sentence after an explaining one goes on explaining."""
    if not _OF_THE_PICTURE.isdisjoint(item.text for item in items):
        return False
    return items[0].text.split(" ")[0] in _GOES_ON
