"""Declining for want of an examination or of more to look at: "histology needed", "a CT would help"."""

from collections.abc import Sequence

from medfrag_assets.scoring.lexicon import Item
from medfrag_assets.scoring.refusals.negators import NEGATORS
from medfrag_assets.scoring.words import spelled

_NEED = spelled(
    """
    need | needs | needed | consult | take | takes | require | requires | required | recommend | recommended |
    recommends |
    necessary | advised |
    advise | advisable | warranted | mandatory | suggested | suggest | essential | indicated | must | should |
    helpful |
    obtain | obtained | pending | await | awaiting | perform | performed | order | request | requested |
    prerequisite |
    correlate | get | help | helps | missing | lacking | prudent | crucial | first | only | gold | remains | demands |
    calls |
    hinges |
    decisive | rely
    """
)
_MORE = frozenset({"more", "further", "additional", "another", "other", "better", "larger", "deeper", "several"})
_REQUIRED = spelled(
    "need | needs | needed | require | requires | required | necessary | essential | want | must | take | takes"
)
MATERIAL = spelled(
    "tissue | material | samples | sample | pieces | context | detail | details | photos | photo | pictures | "
    "image | "
    "images | slices | slice | sections | data | information | evidence | quality | resolution | area | angle"
)
EXAM = spelled(
    """
    biopsy | biopsies | histology | histopathology | report | histologic | histological | immunohistochemistry |
    ihc | staining |
    immunostaining | immunostains | fields | angles | stains | ct | pet | ultrasound | sonography | ultrasonography |
    study | studies | imaging | view |
    views | projection | projections | slides | test | tests | testing | workup | examination | examinations |
    exam | evaluation | investigation | investigations | correlation | history | information | data | context |
    spectroscopy | angiography | culture | sputum | bronchoscopy | dermoscopy | excision | sampling | cytology |
    consultation | review | opinion | symptoms | magnification | sequences | sequence | comparison | priors | images |
    series | radiograph | radiographs | film | films | contrast | dwi | spirometry | bloodwork | labs | laboratory |
    scalpel | microscope | stain | p63 | dermatoscope | needle | followup | lab |
    microscopy | aspiration | confocal | pathology | section | sections | tomography | gadolinium | checkup | follow |
    characterization | levels | markers | myoepithelial | auscultation | perfusion | details
    """
)
# What will tell, and is not here yet.
TESTS = EXAM - MATERIAL - {"history", "symptoms", "view", "section", "report", "pathology"}
_FUTURE = frozenset({"will", "would", "can", "could", "must", "might", "may", "shall"})
_SETTLES = spelled(
    "tell | settle | decide | clarify | answer | resolve | distinguish | differentiate | establish | determine | "
    "separate | know | decisive"
)
# "Have it removed and examined", "get this mole checked".
_CAUSES = frozenset({"have", "get", "having", "getting", "needs", "need", "should", "must", "be", "ought"})
EXAMINED = spelled(
    "checked | examined | evaluated | assessed | reviewed | inspected | biopsied | looked | investigated | removed | "
    "tested | followed | excised"
)
BARE_EXAMS = spelled("biopsy | immunohistochemistry | ihc | referral | immunostains")
# "Breast biopsy" names what is shown.
SPECIMENS = frozenset({"breast", "skin", "brain", "slide", "image", "patch", "section", "specimen"})


def needs_an_exam(items: Sequence[Item], words: set[str]) -> bool:
    """Like "histology is needed", "a biopsy will tell"."""
    # "No biopsy is needed to see that."
    if words.isdisjoint(EXAM) or (items[0].text == "no" and len(items) > 1 and items[1].text in TESTS):
        return False
    # "A biopsy will tell".
    tells = not words.isdisjoint(_FUTURE) and not words.isdisjoint(_SETTLES)
    return not words.isdisjoint(_NEED) or (tells and not words.isdisjoint(TESTS))


def advises_a_check(words: set[str]) -> bool:
    """Like "have it removed and examined", "this should be looked at"."""
    return not words.isdisjoint(_CAUSES) and not words.isdisjoint(EXAMINED) and words.isdisjoint(NEGATORS)


def wants_more(words: set[str]) -> bool:
    """Like "more tissue is required"."""
    if words.isdisjoint(_MORE):
        return False
    if "please" in words and not words.isdisjoint(EXAM):
        return True
    return not words.isdisjoint(_REQUIRED) and not words.isdisjoint(MATERIAL)
