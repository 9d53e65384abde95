"""Refusals that no list of phrases holds: families of words that decline when they come together in a clause.

"Histology needed", "a CT would help", "see a dermatologist", "no X-ray came through": each is a word of one list beside
a word of another, in any order. What declines in fixed words stands in `cues`.
"""

from collections.abc import Sequence
from typing import NamedTuple

from medfrag_assets.scoring.cues.kinds import MENTIONS, Cue
from medfrag_assets.scoring.lexicon import Item
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
_MATERIAL = spelled(
    "tissue | material | samples | sample | pieces | context | detail | details | photos | photo | pictures | "
    "image | "
    "images | slices | slice | sections | data | information | evidence | quality | resolution | area | angle"
)
_EXAM = spelled(
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
_TESTS = _EXAM - _MATERIAL - {"history", "symptoms", "view", "section", "report", "pathology"}
_IMAGES = spelled(
    """
    image | images | picture | pictures | photo | photos | photograph | scan | scans | ray | rays | radiograph | mri |
    file | attachment | frame | canvas | patch | slide | film | screenshot | link | upload | dermoscopy |
    micrograph | xray | attachments
    """
)
_NEGATORS = frozenset({"no", "not", "without", "missing", "cannot", "never", "failed", "nothing", "unable"})
_ARTICLES = spelled(
    "an | a | any | the | your | actual | such | single | brain | chest | skin | breast | dermoscopic | x | "
    "this | that | of | histopathology | medical | to | mentioned | corresponding | uploaded | attached | "
    "mr | itself | tissue | lesion"
)
_TRANSFER = spelled(
    """
    attached | attach | uploaded | provided | shared | received | receive | included | load | loaded | loading |
    accessible | available | open | display | displayed | arrived | arrive | supplied | sent | conversation | chat |
    message | given | shown | frame | through | side | missing | blank | empty | corrupt | corrupted | broken |
    unavailable | black |
    present | appear | show | render | process | processed | transmitted | here | end
    """
)
# "Nothing here looks wrong" has been seen.
_ARRIVED = _TRANSFER - spelled(
    "here | present | appear | show | display | given | side | end | open | available | black | empty"
)
_PERCEIVES = spelled(
    "see | view | find | have | receive | access | open | load | detect | locate | got | get | received | "
    "seeing | having | shared | provided | attached | uploaded | sent | included | supplied | given"
)
_ADDRESSED = frozenset({"you", "your", "i", "me", "help", "we", "us"})
_THERE = frozenset({"it", "there", "that", "this", "one", "some", "something"})
_BETTER = spelled(
    "sharper | clearer | better | larger | bigger | quality | resolution | higher | focus | complete | "
    "attached | "
    "provided | available | uploaded | share | provide | upload | send | visible"
)
# After these a denied image is not a missing one: "no MRI evidence of".
_SPOILED = frozenset({"missing", "blank", "empty", "unavailable", "broken", "corrupt", "corrupted", "inaccessible"})
_ABOUT_FINDINGS = spelled(
    "evidence | findings | finding | signs | sign | features | feature | abnormality | abnormalities | "
    "changes | change | correlate | contrast | pattern | signal | shows | show | appearance | criteria"
)
_SENDS = spelled("upload | reupload | resend | attach | share | send | provide | paste | supply | post | include")
_PLEADS = spelled("please | could | can | need | kindly | once | would | if | must | after | first | try")
_ROLES = spelled("ai | chatbot | assistant | bot | llm")
# Who is not the one to answer: "not a thing to be done by an app", "take it to a neurologist, not to me".
_MACHINES = spelled(
    "ai | chatbot | chatbots | assistant | bot | bots | llm | app | apps | software | machine | machines | program | "
    "computer | algorithm | me"
)
_BY = frozenset({"by", "for", "from", "to", "not"})
_MADE = frozenset({"helpful", "developed", "trained", "designed", "programmed", "built", "created", "made"})
_PROFESSIONALS = spelled(
    """
    doctor | doctors | dr | physician | physicians | radiologist | radiologists | neuroradiologist | dermatologist |
    dermatologists | dermatopathologist | pathologist | pathologists | oncologist | neurologist | neurosurgeon |
    pulmonologist | specialist | specialists | clinician | clinicians | professional | professionals | expert |
    experts | doc | docs | derm | dermatology | nurse | neurosurgeons |
    provider | surgeon | gp | hospital | clinic | practitioner | histopathologist | physicist | medic
    """
)
_REFERS = spelled(
    """
    tell | requires | require | consult | consulting | see | ask | contact | speak | talk | visit | seek | refer |
    referral | reach | show | have |
    let | get | check | should | must | has | needs | need | only | leave | recommend | recommended | advise |
    please |
    book | turn | discuss | best | required | want | evaluated | reviewed | examined | checked | consultation |
    question | decide | job | task | matter | up | territory | domain | judge | confirm | deserves | deserve |
    belongs |
    belong | served | take | bring | go | turn | hands | rests | rest | entrust | entrusted | trust | advice |
    merits | merit | warrants | calls
    """
)
_IS_FOR = frozenset({"to", "is", "are"})
_JUDGES = spelled(
    """
    conclusion | diagnosis | opinion | assessment | answer | statement | judgment | determination | verdict |
    decision |
    interpretation | idea | clue | comment | guess | choice | reading | call | means | basis | way | grounds |
    judgement |
    license | qualification | qualifications | training | expertise | eyes | ability | capability
    """
)
# "I have not the faintest idea".
_NOTIONS = frozenset({"idea", "clue", "notion", "inkling", "opinion"})
_GIVES = spelled(
    "give | choose | pick | offer | hand | name | select | answer | provide | confirm | vote | back | endorse | "
    "state | issue | utter | commit | certify | attest | pronounce"
)
# What one does who answers.
_JUDGING = spelled(
    """
    answer | answers | say | tell | tells | judge | decide | determine | diagnose | interpret | assess | comment |
    conclude | give | offer | know | read | settle | respond | reply | evaluate | advise | pronounce | speculate |
    establish | clarify | resolve | distinguish | differentiate | commit | choose | pick | make | provide | classify |
    opine | weigh | rule | confirm | recognize | see | identify | analyze | deciding | diagnosing | interpreting |
    judging | answering | answered | label | grade | call | judged | told | read | diagnosed | decided |
    determined | interpreted | assessed |
    interpretation | assessment | diagnosis | diagnoses | judgment | judgement | opinion | verdict | conclusion
    """
)
# Without what one also does who only looks, and finds nothing.
_JUDGING_ALONE = _JUDGING - {"see", "identify", "recognize", "make", "rule", "read", "confirm", "know", "say"}
# How many words further on stands what one cannot.
_POWER_WITHIN = 9
_WILL = frozenset({"will", "would", "do", "can", "could", "may"})
_OUGHT = frozenset({"must", "should", "need", "needs", "has", "have", "ought", "only"})
# Who may answer, and may be unable to or unwilling.
_PERSONS = frozenset({"i", "me", "we", "us", "nobody", "anyone", "anybody", "my", "one", "noone", "someone"})
_POWERS = spelled(
    """
    able | can | could | cannot | allowed | qualified | trained | competent | permitted | authorized | capable |
    equipped |
    entitled | position | willing | want | wish | feel | dare | would | will | may | something | supposed | built |
    made |
    intended | designed | meant | licensed | certified | prepared | ready | do | place | comfortable | trust | venture
    """
)
_SCARCE = spelled(
    "little | few | small | blurred | blurry | dark | low | poor | coarse | noisy | grainy | limited | faint | far | "
    "early | pixelated | overexposed | underexposed | fuzzy | unclear | degraded | thick | thin | dim | light | "
    "bright | "
    "cropped | rotated | much"
)
_FUTURE = frozenset({"will", "would", "can", "could", "must", "might", "may", "shall"})
_SETTLES = spelled(
    "tell | settle | decide | clarify | answer | resolve | distinguish | differentiate | establish | determine | "
    "separate | know | decisive"
)
_BEYOND = frozenset({"beyond", "exceeds", "exceed", "outside", "surpasses"})
_REACH = spelled(
    """
    what | ability | abilities | capability | capabilities | competence | remit | scope | purview | skills |
    knowledge |
    expertise | reach | domain | pay | brief | capacity | power | powers | wheelhouse | training
    """
)
_GUESSES = spelled("guess | guessing | guesswork | speculation | speculating | speculate | conjecture | guesses")
_MERELY = spelled(
    "only | just | mere | merely | pure | purely | nothing | blind | blindly | any | no | not | wild | wildly | "
    "worth | "
    "help | but | cannot | rather | random | amount | could"
)
# "Have it removed and examined", "get this mole checked".
_CAUSES = frozenset({"have", "get", "having", "getting", "needs", "need", "should", "must", "be", "ought"})
_EXAMINED = spelled(
    "checked | examined | evaluated | assessed | reviewed | inspected | biopsied | looked | investigated | removed | "
    "tested | followed | excised"
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
_LOOKS = spelled(
    """
    large | enlarged | dark | darker | bright | brighter | white | whiter | irregular | regular | intact | crowded |
    dense |
    symmetric | symmetrical | asymmetric | sharp | smooth | round | uniform | preserved | displaced | compressed |
    normal |
    hazy | blurred | blunted | uneven | even | equal | small | lost | packed | scattered | ragged | jagged | clear |
    opaque |
    disturbed | disrupted | destroyed | thickened | thick | thin | increased | reduced | abnormal | unusual | pale |
    deformed | infiltrative | straight | clean | narrow | wide | indistinct | distinct | rounded | solid | chaotic |
    piled | flat | layered | raised | elevated | depressed | fuzzy | soft | hard | full | fuller | prominent |
    coarse |
    odd | strange | funny | fine | speckled | mottled | streaky | patchy | spotty | nodular | lobulated |
    spiculated | rough | wavy | curved |
    bulging | bowed | tilted | crooked | off | mixed | varied | variegated | homogeneous | heterogeneous | plump |
    big |
    bigger | larger | smaller | wider | thicker | denser | broad | slender | elongated | oval | stellate | angulated |
    shifted | effaced | widened | infiltrated | disorganized | pleomorphic | swollen | distorted
    """
)
# What is seen, whatever it means, and where.
_FEATURES = spelled(
    "streaks | notch | notches | bulge | ring | focus | foci | shadow | spot | spots | haze | dots | swelling | "
    "veil | "
    "clump | clumps | cluster | clusters | blob | patches | halo | fleck | smear | smudge | streak | band"
)
_SITED = spelled("at | in | on | there | see | near | along | around | behind | over")
_ABOUT_NOTHING = frozenset({Cue.REFUSED_SCOPE, Cue.REFUSAL, Cue.ASKED, Cue.CONDITION})
_NEAR = 3
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


# "The diagnosis of melanoma requires histology" says nothing of the picture.
_JUDGED = frozenset(
    {
        *("diagnosis", "distinction", "confirmation", "question", "differentiation", "determination"),
        *("classification", "opinion", "giving", "deciding", "telling", "diagnosing", "judging", "saying", "whether"),
        *("distinguishing", "assessing", "excluding", "interpreting", "ruling", "answering", "interpretation"),
    }
)
# "The presence of pneumonia must be established by a physician" says nothing of whether it is there.
_QUESTIONED = frozenset({"presence", "absence", "normality", "abnormality", "existence", "nature", "benignity"})
_COMPETENCE = spelled(
    "expertise | training | qualifications | qualification | license | credentials | competence | "
    "capability | skills | authority | capabilities | abilities | vision"
)
_LACKING = frozenset(
    {"lack", "lacks", "lacking", "no", "not", "without", "cannot", "beyond", "exceeds", "outside", "need", "limited"}
)
# "I would stake my license on it."
_STAKES = frozenset({"bet", "stake", "wager", "swear"})
_BARE_EXAMS = spelled("biopsy | immunohistochemistry | ihc | referral | immunostains")
# "Breast biopsy" names what is shown.
_SPECIMENS = frozenset({"breast", "skin", "brain", "slide", "image", "patch", "section", "specimen"})
_NONE = frozenset({"no", "neither", "nothing", "none", "nor"})
_NOBODY = _NEGATORS | _NONE | {"nobody", "noone", "rather"}
_DECIDABLE = spelled(
    """
    chosen | selected | picked | given | made | drawn | decided | told | answered | said | stated | offered |
    reached |
    rendered | determined | established | concluded | inferred | derived | judged | preferred | favored | provided |
    confirmed | excluded | ruled | diagnosed | assessed | evaluated | settled | verified | classified | interpreted
    """
)


_SAYS = frozenset({Cue.NOT, Cue.NORMAL, Cue.ABNORMAL, Cue.IGNORED})
# Every family needs one of these.
_DECLINING = frozenset({"need"}).union(
    *(_EXAM, _MATERIAL, _BARE_EXAMS, _PROFESSIONALS, _ROLES, _COMPETENCE, _SPOILED, _NONE, _NEGATORS, _SENDS),
    *(_BEYOND, _GUESSES, _EXAMINED, {"too", "text", "nobody", "noone", "rather", "by"}),
)


class Refusal(NamedTuple):
    """Where a clause declines, and from which item on what it names is only asked about (null: nowhere)."""

    start: int
    end: int
    asked_from: int | None


def declines(items: Sequence[Item], words: set[str]) -> Refusal | None:  # noqa: PLR0911 - a return for each family
    """The family that a clause of these items and words declines by, where it does."""
    if words.isdisjoint(_DECLINING) or (not words.isdisjoint(_PROFESSIONALS) and _speaks_for_all(items)):
        return None
    wants = _needs_an_exam(items, words) or _wants_more(words)
    if (wants and all(item.cue is not Cue.FILLER for item in items)) or _refers(words):
        asks = not words.isdisjoint(_JUDGED) or (_is_to_be_judged(words) and _begins_with_a_question(items))
        return _over(items, 0 if asks else _asked_from(items))
    if not words.isdisjoint(_ROLES) and ("an" in words or "am" in words or "as" in words):
        return _over(items, None if words.isdisjoint(_MADE) else 0)
    if _is_not_for_a_machine(items, words) or _were_i_a_professional(words):
        return _over(items, 0)
    if not words.isdisjoint(_COMPETENCE) and not words.isdisjoint(_LACKING) and words.isdisjoint(_STAKES):
        return _over(items, 0)
    if not words.isdisjoint(_SPOILED) and _lacks_an_image(items, words):
        return _over(items, 0)
    if len(items) <= 2 and not words.isdisjoint(_BARE_EXAMS) and words.isdisjoint(_SPECIMENS):
        return _over(items, None)
    if not words.isdisjoint(_NONE) and (
        ("be" in words and _can_not_be_decided(items)) or ("neither" in words and _gives_neither(items))
    ):
        return _over(items, 0)
    if not words.isdisjoint(_NEGATORS):
        if _lacks_an_image(items, words) or _is_no_professional(items, words):
            return _over(items, 0)
        if _lacks_a_judgment(items, words):
            return _over(items, 0)
    if (not words.isdisjoint(_SENDS) or "need" in words) and _asks_for_an_image(words, items[0].text):
        return _over(items, 0)
    return _declines_by_what_it_takes(items, words)


def _speaks_for_all(items: Sequence[Item]) -> bool:
    """Like "no radiologist would call this normal", "it does not take an expert to see that"."""
    return any(
        item.cue in _SAYS and " " in item.text and not _PROFESSIONALS.isdisjoint(item.text.split(" ")) for item in items
    )


def _declines_by_what_it_takes(items: Sequence[Item], words: set[str]) -> Refusal | None:
    """The families of what one who answers would have to be able to do, like "nobody can judge that"."""
    if not words.isdisjoint(_BEYOND) and not words.isdisjoint(_REACH) and not words.isdisjoint(_PERSONS):
        return _over(items, 0)
    if _is_too_little(words) or _only_guesses(words) or _is_no_reader(words):
        return _over(items, None)
    named = any(item.cue in MENTIONS for item in items)
    unable = _lacks_the_power(items, words, _JUDGING if not named else _JUDGING_ALONE)
    if unable or (not named and _advises_a_check(words)) or _is_to_be_judged(words):
        return _over(items, None)
    return None


def _begins_with_a_question(items: Sequence[Item]) -> bool:
    """Whether the first words are like "the presence of", "normality"."""
    return any(not _QUESTIONED.isdisjoint(item.text.split(" ")) for item in items[:3])


def _is_to_be_judged(words: set[str]) -> bool:
    """Like "a tumor must be excluded by a pathologist", "should be decided by somebody trained for it"."""
    return {"be", "by"} <= words and not words.isdisjoint(_OUGHT) and not words.isdisjoint(_DECIDABLE)


def _over(items: Sequence[Item], asked_from: int | None) -> Refusal:
    return Refusal(items[0].start, items[-1].end, asked_from)


def _needs_an_exam(items: Sequence[Item], words: set[str]) -> bool:
    # "No biopsy is needed to see that."
    if words.isdisjoint(_EXAM) or (items[0].text == "no" and len(items) > 1 and items[1].text in _TESTS):
        return False
    # "A biopsy will tell".
    tells = not words.isdisjoint(_FUTURE) and not words.isdisjoint(_SETTLES)
    return not words.isdisjoint(_NEED) or (tells and not words.isdisjoint(_TESTS))


def _is_too_little(words: set[str]) -> bool:
    """Like "too blurred to read", "a single slice tells too little", "too small a sample"."""
    if "too" not in words or words.isdisjoint(_SCARCE):
        return False
    return not (words.isdisjoint(_JUDGING) and words.isdisjoint(_MATERIAL))


def _only_guesses(words: set[str]) -> bool:
    return not words.isdisjoint(_GUESSES) and not words.isdisjoint(_MERELY) and words.isdisjoint({"my", "educated"})


def _is_no_reader(words: set[str]) -> bool:
    """Like "I am only able to handle text", "I have no eyes"."""
    if words.isdisjoint({"i", "am"}):
        return False
    return "text" in words and not words.isdisjoint({"only", "just", "based", "purely", "not"})


def _lacks_the_power(items: Sequence[Item], words: set[str], judging: frozenset[str]) -> bool:
    """Like "that is nothing I am allowed to judge", "nobody can answer that"."""
    if words.isdisjoint(_NOBODY) or words.isdisjoint(_PERSONS):
        return False
    if words.isdisjoint(_POWERS) or words.isdisjoint(judging):
        return False
    person, negated = False, 0
    for word in (word for item in items for word in item.text.split(" ")):
        negated = 0 if word == "," else _POWER_WITHIN if word in _NOBODY else negated - 1
        person = person or word in _PERSONS
        if word in _POWERS and person and negated > 0:
            return True
        # "I would not judge" negates behind the power.
        if word == "cannot" and person:
            return True
        if word in _NEGATORS and person and not words.isdisjoint(_WILL):
            return True
    return False


def _advises_a_check(words: set[str]) -> bool:
    """Like "have it removed and examined", "this should be looked at"."""
    return not words.isdisjoint(_CAUSES) and not words.isdisjoint(_EXAMINED) and words.isdisjoint(_NEGATORS)


def _wants_more(words: set[str]) -> bool:
    """Like "more tissue is required"."""
    if words.isdisjoint(_MORE):
        return False
    if "please" in words and not words.isdisjoint(_EXAM):
        return True
    return not words.isdisjoint(_REQUIRED) and not words.isdisjoint(_MATERIAL)


def _refers(words: set[str]) -> bool:
    if words.isdisjoint(_PROFESSIONALS):
        return False
    # "That is for the radiologist to say", "finding tumors is work for a radiologist".
    return not words.isdisjoint(_REFERS) or ("for" in words and not words.isdisjoint(_IS_FOR))


def _asked_from(items: Sequence[Item]) -> int | None:
    """What an examination is needed for stands behind a "to" or the like."""
    for place, item in enumerate(items):
        if place and item.text.split(" ")[0] in (
            "to",
            "before",
            "whether",
            "until",
            "that",
            "who",
            "for",
            "can",
            "could",
            "will",
            "would",
        ):
            return place
    return None


def _lacks_an_image(items: Sequence[Item], words_of_items: set[str]) -> bool:
    """Like "No image was attached", "I do not see any X-ray", "the picture did not load", "nothing came through"."""
    sent = not words_of_items.isdisjoint(_IMAGES) or not words_of_items.isdisjoint(_ARRIVED)
    if not sent or any(item.cue in MENTIONS for item in items):
        return False
    words = [word for item in items for word in item.text.split(" ")]
    negated = False
    image = False
    for place, word in enumerate(words):
        if word in _NEGATORS:
            negated = True
            if word == "nothing" and not _ARRIVED.isdisjoint(words[place + 1 : place + 5]):
                return True
            if _is_an_image(words, place + 1) and (word != "not" or place == 0):
                return True
        elif word in _PERCEIVES and negated and _is_an_image(words, place + 1):
            return True
        elif word in _IMAGES:
            image = True
        elif word == "broken" and place + 1 < len(words) and words[place + 1] not in _AFTER_SHOWING | _IMAGES:
            # "The image shows a broken rib."
            continue
        elif image and word in _TRANSFER and (negated or word in _SPOILED) and not _shows_something(words, place):
            return True
    return False


_SHOWING = frozenset({"show", "display", "appear"})
_AFTER_SHOWING = frozenset({"up", "here", "correctly", "properly", "for", "on", "in", "and", ",", "so", "at"})


def _shows_something(words: Sequence[str], place: int) -> bool:
    """Like "the MRI does not show it", which has come through."""
    return words[place] in _SHOWING and place + 1 < len(words) and words[place + 1] not in _AFTER_SHOWING


def _is_an_image(words: Sequence[str], place: int) -> bool:
    for at in range(place, min(place + 6, len(words))):
        if words[at] in _IMAGES:
            return at + 1 == len(words) or words[at + 1] not in _ABOUT_FINDINGS
        if words[at] not in _ARTICLES:
            return False
    return False


def _is_no_professional(items: Sequence[Item], words_of_items: set[str]) -> bool:
    if "not" not in words_of_items or words_of_items.isdisjoint(_PROFESSIONALS):
        return False
    words = [word for item in items for word in item.text.split(" ")]
    for place, word in enumerate(words):
        if word == "not" and place + 1 < len(words) and words[place + 1] in ("a", "an", "your", "medically", "the"):
            return not _PROFESSIONALS.isdisjoint(words[place + 2 : place + 7])
    return False


def _lacks_a_judgment(items: Sequence[Item], words_of_items: set[str]) -> bool:
    """Like "No firm opinion is possible". But "no diagnosis of cancer" denies, "no way that is normal" commits."""
    if words_of_items.isdisjoint(_JUDGES) and words_of_items.isdisjoint(_NOTIONS):
        return False
    words = [word for item in items for word in item.text.split(" ")]
    for place, word in enumerate(words):
        if word not in ("no", "without"):
            continue
        for at in range(place + 1, min(place + 4, len(words))):
            # "No reason to call this abnormal" judges.
            if words[at] in ("to", "is", "from"):
                break
            if words[at] in _JUDGES:
                after = words[at + 1] if at + 1 < len(words) else ""
                return (
                    (after in ("of", "to", "on", "for"))
                    if words[at] in ("way", "means", "basis", "grounds")
                    else after != "of"
                )
    return "not" in words and not _NOTIONS.isdisjoint(words[words.index("not") + 1 : words.index("not") + 5])


def _were_i_a_professional(words: set[str]) -> bool:
    return "were" in words and "i" in words and not words.isdisjoint(_PROFESSIONALS)


def _is_not_for_a_machine(items: Sequence[Item], words_of_items: set[str]) -> bool:
    """Like "not something for a chatbot", "take it to a doctor, not to me"."""
    if words_of_items.isdisjoint(_MACHINES) or words_of_items.isdisjoint(_NEGATORS):
        return False
    words = [word for item in items for word in item.text.split(" ")]
    for place, word in enumerate(words):
        if word in _MACHINES and place > 1:
            before = words[max(0, place - 3) : place]
            if not _BY.isdisjoint(before[-2:]) and not _NEGATORS.isdisjoint(words[:place]):
                return word != "me" or "not" in before
    return False


def _asks_for_an_image(words: set[str], first: str) -> bool:
    if not words.isdisjoint({"upload", "reupload", "resend", "attach"}):
        return True
    if words.isdisjoint(_SENDS):
        return not words.isdisjoint({"see", "view", "receive"}) and not words.isdisjoint(_IMAGES)
    pleads = not words.isdisjoint(_PLEADS) or first in _SENDS
    return pleads and not (words.isdisjoint(_IMAGES) and words.isdisjoint({"it", "again", "them", "one"}))


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
    if not words.isdisjoint(_FEATURES) and not words.isdisjoint(_SITED) and words.isdisjoint(_ADDRESSED - {"i"}):
        return all(item.cue not in _ABOUT_NOTHING for item in items)
    if words.isdisjoint(_STRUCTURES) or words.isdisjoint(_LOOKS):
        return False
    return _tells_a_look(items)


def _tells_a_look(items: Sequence[Item]) -> bool:
    """Like "dense nuclei", "nuclei that are dense"."""
    structure = linked = False
    at, looked = 0, -_NEAR
    for item in items:
        if item.cue in (Cue.REFUSED_SCOPE, Cue.ASKED, Cue.CONDITION):
            return False
        for word in item.text.split(" "):
            at += 1
            if word in _LOOKS:
                looked = at
            if word in _STRUCTURES:
                if at - looked < _NEAR and word not in _LOOKS:
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
    return words.isdisjoint(_IMAGES) and not words.isdisjoint(_THERE)


def is_decided_by_a_sight(words: set[str], cues: set[Cue | None]) -> bool:
    """Whether what the answer depends on, in a sentence of these words, is in the picture, and no examination."""
    return (Cue.SIGN in cues or not words.isdisjoint(_STRUCTURES)) and words.isdisjoint(_TESTS | {"history"})


def wants_a_better_picture(words: set[str]) -> bool:
    """Whether a condition of these words is one that the picture does not meet: "if the image were sharper"."""
    return not words.isdisjoint(_IMAGES) and not words.isdisjoint(_BETTER)


def _gives_neither(items: Sequence[Item]) -> bool:
    """Like "I hand out neither", "so I can give neither A nor B"."""
    words = [word for item in items for word in item.text.split(" ")]
    before = words[: words.index("neither")]
    return not _PERSONS.isdisjoint(before) and not _GIVES.isdisjoint(before[-2:])


def _can_not_be_decided(items: Sequence[Item]) -> bool:
    """Like "Neither can be chosen"."""
    for place, item in enumerate(items):
        if item.text.startswith("can be ") and item.text.split(" ")[-1] in _DECIDABLE:
            return True
        if place + 1 < len(items) and item.text in ("can be", "could be", "may be", "be"):
            return any(
                word in _DECIDABLE for word in (items[place + 1].text, items[min(place + 2, len(items) - 1)].text)
            )
    return False
