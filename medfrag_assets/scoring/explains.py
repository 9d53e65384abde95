"""Encyclopedia text: sentences that explain a word and say nothing of the picture."""

from collections.abc import Sequence
from itertools import pairwise

from medfrag_assets.scoring.cues.kinds import HEDGES, MENTIONS, SIDES, Cue
from medfrag_assets.scoring.cues.lists import phrases
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
        image | scan | picture | present | visible | seen | here | this | patient | these | patch | slide | photo |
        i |
        there | ray | mri | specimen | shows | shown | my
        """
    )
)
# "The patient may cough" goes on explaining.
_SHOWN_HERE = _OF_THE_PICTURE - {"patient"}
_ARTICLES = frozenset({"a", "an", "the"})
_KINDS_AFTER_THE = frozenset(
    phrases(
        "general|generic|umbrella|most|abnormal|uncontrolled|name|term|leading|medical|growth|development|second|third|"
        "commonest|type of"
    )
)
_GENERALLY = spelled("usually|often|typically|commonly|generally|frequently|sometimes|mostly|rarely|mainly|always")
_GENERAL_VERBS = spelled(
    """
        include | includes | occur | occurs | arise | arises | develop | develops | originate | originates | affect |
        affects | spread | spreads | cause | causes | begin | begins | start | starts | grow | grows | metastasize |
        lead | leads | make | makes | account | represent | comprise | vary | varies | happen | tend | tends | range |
        come | comes | fills | fill | kills | kill | inflames | infects | attacks | strikes | push | shift |
        displace |
        compress | press | destroy | replace | invade | break | enlarge | heal | recur | manifest | resemble
        """
)
_GENERAL_STATES = frozenset(
    phrases(
        """
        common | treatable | curable | serious | dangerous | rare | treated | caused | primary | viral | bacterial |
        fatal | prevented | deadly | classified | diagnosed | life | growths | collections | abnormal growths | when |
        abnormal | cured | called | termed | graded | staged | grouped | divided | known | malignant or |
        responsible | preventable | hereditary | contagious | cancers | tumors | named
        """
    )
)
_TOPICS = spelled("signs|symptoms|causes|features|types|treatment|treatments|risk|patients|people|detection|diagnosis")
# "Causes: ...", "Pneumonia: an overview".
_HEADINGS = spelled("causes | symptoms | treatment | treatments | prevention | complications | epidemiology | types")
_HEADED = _HEADINGS | _TOPICS
_OVERVIEWS = spelled("overview | introduction | basics | facts | guide | definition")
_TOPICAL = frozenset(
    {
        "key",
        "main",
        "classic",
        "imaging",
        "radiological",
        "important",
        "characteristic",
        "common",
        "typical",
        "possible",
        "early",
        "warning",
        "the",
        "other",
    }
)
_PLURAL_VERBS = frozenset(
    {"have", "look", "appear", "require", "need", "respond", "differ", "consist", "vary", "tend", "show"}
)
_QUANTIFIES = frozenset({"many", "most", "some", "all"})
_SEVERAL = frozenset({"many", "several", "different", "various", "two", "three", "four", "over", "more"})
_GOES_ON = _TOPICS | frozenset(
    phrases(
        "it|they|most|early|common|some|other|others|doctors|using|when|many|several|depending on|although|unlike|"
        "this type"
    )
)


# What a statement about this picture has, and a general one has not.
_OF_THIS = frozenset({Cue.CONCLUSION, Cue.NO, Cue.ABSENT})
_OF_TOPICS = frozenset(phrases("include|includes|are|should|often|usually|is|depends|vary|varies|aims|lowers"))
# "MRI is the preferred method for detecting tumors"; "This MRI" is about the picture.
_METHODS = spelled(
    """
    mri | ct | x | dermoscopy | histology | histopathology | radiography | biopsy | ultrasound | imaging |
    microscopy | mammography | immunohistochemistry
    """
)
_OF_METHODS = spelled(
    """
    stands | painless | accuracy | safe | method | technique | preferred | used | commonly | often | detecting |
    diagnosing | tool | modality | helps |
    uses | test | allows | evaluating
    """
)
_POINTS = frozenset({"this", "here", "these", "i", "my", "visible", "seen", "shown", "likely", "there"})
# "From I to IV" points at nothing.
_POINTS_BUT_I = _POINTS - {"i"}
_REALMS = frozenset(
    {
        *("medicine", "general", "adults", "children", "women", "men", "oncology", "radiology", "pathology", "cases"),
        *("patients", "people", "ray", "rays", "mri", "ct", "scans", "images", "imaging", "dermoscopy", "histology"),
    }
)
_DONE_TO_KINDS = frozenset(
    {"diagnosed", "treated", "caused", "classified", "defined", "graded", "prevented", "called", "named", "termed"}
)
_SUPERLATIVES = frozenset({"common", "frequent", "dangerous", "deadly", "aggressive"})
_MOST = _SUPERLATIVES | {"caused"}
_ALWAYS_GENERAL = frozenset({"usually", "often", "rarely", "commonly", "typically", "sometimes", "frequently"})
_HAD = frozenset(
    phrases(
        "prognosis|causes|symptoms|types|subtypes|forms|stages|many|several|survival|mortality|incidence|treatments"
    )
)
# Who is not the patient, and pictures that are not this one.
_PEOPLE = spelled(
    """
    doctors | radiologists | pathologists | dermatologists | clinicians | physicians | scientists | researchers |
    specialists | experts | surgeons | neurologists | oncologists | patients | people | children | adults | women |
    men | smokers | humans | everyone | everybody | medicine | modern
    """
)
_HISTORY = frozenset({"introduced", "invented", "discovered", "coined", "pioneered", "popularized"})
_NORMALLY = frozenset(
    {"weighs", "measures", "shows", "show", "has", "contains", "looks", "displays", "consists", "appears"}
)
# "Normal and abnormal are medical conclusions".
_MEDICAL = frozenset({"medical", "clinical", "diagnostic", "professional"})
_CONCEPTS = spelled("conclusion | conclusions | judgment | judgments | term | terms | label | labels | verdicts")
_FREQUENT = frozenset({"common", "frequent", "rare", "uncommon", "widespread"})
# What several things together are, wherever they are.
_SORTED = frozenset({"signs", "features", "symptoms", "hallmarks", "terms", "names", "types", "kinds", "words", "both"})
_CONSISTS = frozenset({"consists", "comprises", "consist", "comprise"})
_ANATOMY = frozenset({"histology", "anatomy", "physiology", "structure", "appearance"})
_SORTS = frozenset(
    phrases("kinds|types|forms|types of|causes|causes of|ways|reasons|stages|grades|kinds of|subtypes|variants|sorts")
)
_NAMING = frozenset({"called", "termed", "known as", "leading", "cause of", "people", "worldwide"})
_ONES = frozenset({"a", "an", "any", "every", "each"})
_PERSONS = spelled("person | patient | child | man | woman | adult | smoker | human")
_PICTURES = spelled(
    "image | scan | radiograph | slide | micrograph | section | photograph | dermatoscope | microscope | film | picture"
)
_METHODS_AND_PICTURES = _METHODS | _PICTURES
# "A chest X-ray is a test", "a person with pneumonia may cough".
_COUNTABLE = _METHODS_AND_PICTURES | _PERSONS
_WHATEVER = frozenset(
    phrases(
        """
        may | may have | can | can be | may be | often | usually | is a | is an | called | when | if | considered |
        used |
        helps | allows | lets | gives | consists | one of | known | uses | means | made | taken | type of | serves |
        works | who | one
        """
    )
)
_KINDS = SIDES | {Cue.FINDING, Cue.NORMAL}
_WITHIN = frozenset({"on", "in"})
_MEANS = frozenset({"is", "are", "refers", "refer", "means", "mean", "describes", "describe", "denotes", "happens"})
_NAMES_A_PLACE = frozenset({"left", "right", "upper", "lower", "center", ":", "region", "areas"})
_CAN_ALL = frozenset({"can all", "can both", "can each", "can also"})
_SHOWS_AS = spelled(
    "shows | show | appears | appear | presents | present | manifests | manifest | looks | look | exhibits"
)
_PRESENTS = frozenset({"presents", "manifests"})
_AS = frozenset({"as", "up", "up as", "white", "dark", "bright", "different", "alike", "itself", "themselves"})
# Who and what general statements are about.
_GENERAL = frozenset(
    phrases(
        """
        worldwide | americans | women | men | adults | children | survival | antibiotics | chemotherapy |
        vaccination |
        sunscreen | smoking | incidence | prevalence | commonly | doctors | radiologists | pathologists |
        dermatologists |
        clinicians | scientists | physicians | refers | develops | occurs | types | type of | types of | including |
        helps | prevent | prevents | vaccines | treats | treating |
        treatments | everyone | people | patients | society | annually | uses | invented | technique | mortality |
        millions | year
        """
    )
)
_OF_PEOPLE = _GENERAL | _PEOPLE
_LONG = 4
# What an aside begins with, and how many words it has at most.
_ASIDES = frozenset({"or", "also", "sometimes", "abbreviated", "known as", "also known as", "short", "called"})
_LONGEST_ASIDE = 8
_MAY_BE_OF_THIS = frozenset({"represent", "look", "appear", "show"})
# What any of a kind may do.
_KINDS_MAY = _GENERAL_VERBS | _GENERAL_STATES | _MAY_BE_OF_THIS
# A doubt further on is about what the word means: "... which may fill with fluid".
_DEFINITION = 6


def explains(  # noqa: PLR0911, PLR0912 - a return for each form
    items: Sequence[Item], cues: set[Cue | None], texts: set[str]
) -> bool:
    """Whether the sentence of these items, cues and texts explains a word of the task: "Pneumonia is an infection"."""
    if len(items) < 3 or Cue.LIKELY in cues:
        return False
    if _POINTS.isdisjoint(texts) and (_is_general(items, cues, texts) or _tells_of_a_method(items, texts)):
        return True
    if not texts.isdisjoint(_HISTORY):
        return True
    if not texts.isdisjoint(_WITHIN) and _tells_what_it_is_on_a_method(items):
        return True
    if cues.isdisjoint(MENTIONS):
        return False
    if not texts.isdisjoint(_GENERALLY) and any(
        one.cue in MENTIONS and other.text in _GENERALLY for one, other in pairwise(items)
    ):
        return True
    if _speaks_in_general(items, texts):
        return True
    if not texts.isdisjoint(_OF_THE_PICTURE) and not _counts_kinds(items):
        return False
    if _is_heading(items, texts):
        return True
    # "The lesion is an abscess" is about this one.
    if items[0].text == "the" and items[1].cue in (Cue.FINDING, Cue.SIGN):
        return False
    start = 1 if items[0].text in _ARTICLES or items[0].text in _TOPICAL or items[0].text in _QUANTIFIES else 0
    # "A is a better match than B" defines nothing.
    if items[start].cue in MENTIONS and items[start].cue is not Cue.OPTION:
        return _defines(items, start, cues)
    if len(items) >= _LONG and not texts.isdisjoint(_GENERAL) and cues.isdisjoint(_OF_THIS):
        return True
    topic = 1 if items[0].text in _TOPICAL else 0
    # "The diagnosis is pneumonia" is one.
    concludes = len(items) > topic + 2 and items[topic + 1].text == "is" and items[topic + 2].cue in MENTIONS
    # "Signs of pneumonia such as consolidation are not evident" is about this one.
    concludes = concludes or Cue.ABSENT in cues
    if not concludes and items[topic].text.split(" ")[0] in _TOPICS and not _leaves_open(items):
        return not texts.isdisjoint(_OF_TOPICS)
    return False


def _is_general(  # noqa: PLR0911, PLR0912 - a return for each form
    items: Sequence[Item], cues: set[Cue | None], texts: set[str]
) -> bool:
    """Whether a sentence that points at nothing speaks of kinds: of people, of pictures as such, of what always is."""
    first, second, third = (item.text for item in items[:3])
    if first in _PEOPLE:
        return True
    if first in _ONES and not texts.isdisjoint(_WHATEVER):
        early = {word for item in items[1:4] for word in item.text.split(" ")}
        return not early.isdisjoint(_COUNTABLE) and cues.isdisjoint(_OF_THIS)
    if cues.isdisjoint(MENTIONS):
        return False
    if _counts_kinds(items) and not texts.isdisjoint(_SORTS):
        return True
    if items[0].cue in MENTIONS and (
        second == "cause" or (Cue.CONCLUSION not in cues and not texts.isdisjoint(_NAMING))
    ):
        return True
    if first in _ONES and items[1].cue in (Cue.NORMAL, Cue.NEGATIVE) and (third in _NORMALLY or "shows" in texts):
        return True
    if items[0].cue in MENTIONS and _tells_of_kinds(items, texts):
        return True
    if items[0].cue in MENTIONS and not texts.isdisjoint(_CONCEPTS) and not texts.isdisjoint(_MEDICAL):
        return "are" in texts or "is" in texts
    if items[0].cue in MENTIONS and second in _CONSISTS:
        return True
    if items[0].cue in MENTIONS and second in _ANATOMY and third in (":", ","):
        return True
    if first == "not" and second in ("every", "all", "each"):
        return True
    if first in _TOPICAL and second in _TOPICS and not texts.isdisjoint(_OF_TOPICS):
        return True
    if first in ("when", "whenever", "once"):
        return second in _ONES or items[1].cue in MENTIONS or first == "whenever" or second.endswith("ing")
    if first in ("in", "with", "on") and (items[1].cue in _KINDS or (second in ("a", "an") and items[2].cue in _KINDS)):
        return len(items) > _LONG and ("," not in texts or first == "on") and _NAMES_A_PLACE.isdisjoint(texts)
    if not texts.isdisjoint(_CAN_ALL):
        return True
    return items[0].cue in MENTIONS and second in _SHOWS_AS and (third in _AS or second in _PRESENTS)


def _tells_of_kinds(items: Sequence[Item], texts: set[str]) -> bool:
    """Like "Opacities and consolidation are signs of pneumonia", "Abnormal scans are common in older adults"."""
    if not texts.isdisjoint(_FREQUENT) and "in" in texts and not texts.isdisjoint(_OF_PEOPLE):
        return True
    if "fall" in texts and "into" in texts:
        return True
    verb = next((place for place, item in enumerate(items[:_DEFINITION]) if item.text == "are"), len(items))
    if verb + 1 >= len(items) or items[verb + 1].text not in _SORTED:
        return False
    return all(item.cue in MENTIONS or item.cue is Cue.JOINS or item.text == "," for item in items[:verb])


def _tells_of_a_method(items: Sequence[Item], texts: set[str]) -> bool:
    """Like "MRI is the preferred method for detecting brain tumors"."""
    place = 1 if items[0].text in _ARTICLES else 0
    return (
        items[place].text in _METHODS
        and items[place + 1].cue is not Cue.SHOWS
        and not texts.isdisjoint(_OF_METHODS)
        and _POINTS.isdisjoint(texts)
    )


def _tells_what_it_is_on_a_method(items: Sequence[Item]) -> bool:
    """Like "A bright mass on an MRI is an area of increased signal", "Asymmetry in dermoscopy means that ..."."""
    place = next((at for at, item in enumerate(items[:_LONG]) if at and item.text in _WITHIN), 0)
    if not place or all(item.cue not in MENTIONS for item in items[:place]) or items[0].text in ("the", "there"):
        return False
    # "On the MRI" is about this one.
    start = place + 1 + (items[min(place + 1, len(items) - 1)].text in _ONES)
    end = next((at for at in range(start, min(start + _LONG, len(items))) if items[at].text in _MEANS), 0)
    named = [word for item in items[start:end] for word in item.text.split(" ")]
    if not named or _METHODS_AND_PICTURES.isdisjoint(named) or not _POINTS.isdisjoint(named):
        return False
    following = items[end + 1].text if end + 1 < len(items) else ""
    return items[end].text not in ("is", "are") or following in _ONES or following in _DEFINES


def _speaks_in_general(items: Sequence[Item], texts: set[str]) -> bool:
    """Like "In medicine, a tumor is ..." and "Headaches are rarely caused by tumors"."""
    within = items[0].text in ("in", "on", "for")
    if within and "," in (items[2].text, items[min(3, len(items) - 1)].text):
        named = items[1].cue in MENTIONS or items[1].text in _REALMS or items[min(2, len(items) - 1)].text in _REALMS
        if named and _POINTS.isdisjoint(texts):
            return True
    if items[0].text == "did" and items[2].text == "know":
        return True
    if items[0].cue in MENTIONS and items[1].text in ("is", "are") and items[2].text in _DONE_TO_KINDS:
        return _POINTS_BUT_I.isdisjoint(texts) and len(items) > _LONG
    if items[0].text == "if you have" and any(item.cue in MENTIONS for item in items[1:4]):
        return True
    if "most" in texts and not texts.isdisjoint(_MOST) and _POINTS.isdisjoint(texts):
        return True
    general = texts & _GENERALLY
    return len(items) >= _LONG and bool(general & _ALWAYS_GENERAL) and _POINTS.isdisjoint(texts)


def _is_heading(items: Sequence[Item], texts: set[str]) -> bool:
    """Like "Causes: ..." and "Pneumonia: an overview"."""
    if items[1].text not in (":", ","):
        return False
    return items[0].text in _HEADINGS or not texts.isdisjoint(_OVERVIEWS) or len(texts & _HEADED) > 1


def _defines(  # noqa: PLR0911 - a return for each form
    items: Sequence[Item], start: int, cues: set[Cue | None]
) -> bool:
    start = _behind_an_aside(items, start)
    if len(items) < start + 3:
        return False
    verb, complement = items[start + 1].text, items[start + 2].text
    plural = start == 0 and items[start].text.endswith(("s", "ta", "i"))
    if _is_about_a_kind(items, start, plural):
        return True
    if verb in ("can", "can be", "may", "may be"):
        # "The opacity may represent pneumonia" is about this one.
        of_this = verb == "may" and items[0].text == "the" and complement in _MAY_BE_OF_THIS
        return not of_this and complement in _KINDS_MAY
    if verb == "," and any(item.text in _GENERAL for item in items):
        return True
    # "A nevus comes to mind" is a thought about this one.
    if (
        verb in _GENERAL_VERBS
        and (complement != "to" or verb in ("tend", "tends"))
        and Cue.WRONG not in cues
        and (items[0].text not in _ARTICLES or verb.endswith("s"))
    ):
        return len(items) > start + 3
    if not cues.isdisjoint(HEDGES) and any(item.cue in HEDGES for item in items[: start + _DEFINITION]):
        return False
    if verb in _DEFINES or verb in _GENERALLY:
        return True
    if plural and verb in _PLURAL_VERBS:
        return len(items) > 3
    if verb in ("requires", "responds", "ranks", "remains", "differs", "results", "comprises", "constitutes"):
        return len(items) > 3
    return verb in ("is", "are") and _is_a_definition(items, start, plural)


def _behind_an_aside(items: Sequence[Item], start: int) -> int:
    """The place before the verb: "invasive carcinoma (IDC) begins", "invasive carcinoma, or IDC for short, begins"."""
    opens, after = (item.text for item in items[start + 1 : start + 3]) if len(items) > start + 2 else ("", "")
    if opens != "(" and not (opens == "," and after in _ASIDES):
        return start
    closing = ")" if opens == "(" else ","
    within = range(start + 2, min(start + 2 + _LONGEST_ASIDE, len(items)))
    return next((place for place in within if items[place].text == closing), start)


def _is_a_definition(items: Sequence[Item], start: int, plural: bool) -> bool:
    """Whether what stands behind the "is" of these items says what a word means."""
    complement = items[start + 2].text
    if complement in ("more", "less", "most", "very", "also", "not", "a", "highly") and len(items) > start + 3:
        complement = items[start + 3].text if items[start + 3].text in _GENERAL_STATES else complement
    if complement in _DEFINES or complement in _GENERALLY or complement in _GENERAL_STATES:
        return True
    if complement == "the":
        kind = items[start + 3].text.split(" ")[0] if len(items) > start + 3 else ""
        # "Pneumonia is the leading diagnosis" is one.
        if len(items) > start + 4 and (
            items[start + 4].cue is Cue.CONCLUSION or items[start + 4].text in ("consideration", "possibility")
        ):
            return False
        return kind in _KINDS_AFTER_THE or (kind.endswith("est") and kind != "chest")
    if plural and complement.endswith("s") and _POINTS.isdisjoint(item.text for item in items):
        return len(items) > start + 3
    return complement in ("a", "an", "one", "one of") and len(items) > start + 4


def _is_about_a_kind(items: Sequence[Item], start: int, plural: bool) -> bool:
    """Like "Most moles are harmless", "Tumors can be benign", "Glioblastoma has a poor prognosis"."""
    verb, complement = items[start + 1], items[start + 2].text
    if items[0].text in _QUANTIFIES and verb.text in ("are", "have", "do", "can", "can be"):
        return True
    if plural and (verb.text in ("can", "can be", "do", "should") or (verb.text == "in" and complement in _REALMS)):
        return True
    if verb.cue in MENTIONS:
        return complement == "depends"
    return verb.text in ("has", "have") and any(item.text in _HAD for item in items)


def carries_on(items: Sequence[Item]) -> bool:
    """Whether a sentence after an explaining one goes on explaining."""
    if _counts_kinds(items):
        return True
    if not _SHOWN_HERE.isdisjoint(item.text for item in items):
        return False
    if not _POINTS.isdisjoint(item.text for item in items):
        return False
    named = [place for place, item in enumerate(items[:2]) if item.cue in MENTIONS]
    if named and len(items) > _LONG and (items[0].text in _ONES or items[0].text.endswith(("s", "ta", "i"))):
        return True
    if named and len(items) > _LONG and items[named[0] + 1].text in ("ones", "lesions", "cells", "moles", "tumors"):
        return True
    return items[0].text.split(" ")[0] in _GOES_ON


def _leaves_open(items: Sequence[Item]) -> bool:
    return any(item.cue is Cue.HEDGE and not item.text.startswith("depend") for item in items)


def _counts_kinds(items: Sequence[Item]) -> bool:
    """Like "There are many types of brain tumors"."""
    return [item.text for item in items[:2]] == ["there", "are"] and items[min(2, len(items) - 1)].text in _SEVERAL
