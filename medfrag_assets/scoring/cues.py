"""What words do to a clause, whatever the task: the list that the rules are tuned by.

Phrases stand between bars. An adverb may come inside a phrase ("cannot reliably determine"), punctuation may not.
"""

from collections.abc import Iterator
from enum import Enum, auto


class Cue(Enum):
    """What a word or phrase does to the reading of its clause."""

    POSITIVE = auto()
    NEGATIVE = auto()
    POSITIVE_ENTITY = auto()
    NEGATIVE_ENTITY = auto()
    NORMAL = auto()
    ABNORMAL = auto()
    # A finding that is no side of the task, but is abnormal and counts as evidence.
    FINDING = auto()
    # What a part of the picture looks like: evidence, and no finding.
    SIGN = auto()
    # "no": negates what follows, also past a verb ("no part shows"). NOT and WITHOUT end at "shows".
    NO = auto()
    NOT = auto()
    # "absent", "ruled out": negates what stands before it in the clause, or else what follows.
    ABSENT = auto()
    LIKELY = auto()
    # "may", "could": hedges what is named in its clause, and nothing when nothing is named.
    MODAL = auto()
    HEDGE = auto()
    # "whether": what follows is asked, not said.
    ASKED = auto()
    CONDITION = auto()
    REFUSAL = auto()
    # "cannot determine": a refusal, and nothing in its clause is said.
    REFUSED_SCOPE = auto()
    FILLER = auto()
    # A part of the picture, of which "normal" says nothing about the whole.
    PART = auto()
    BREAK = auto()
    CONCLUSION = auto()
    # Opens a new clause after a comma or "and".
    OPENER = auto()
    SHOWS = auto()
    JOINS = auto()
    IGNORED = auto()

    # Members are singletons. The enum's own hash is a call in Python, and cues are looked up for every word.
    __hash__ = object.__hash__


MENTIONS = frozenset(
    {
        Cue.POSITIVE,
        Cue.NEGATIVE,
        Cue.POSITIVE_ENTITY,
        Cue.NEGATIVE_ENTITY,
        Cue.NORMAL,
        Cue.ABNORMAL,
        Cue.FINDING,
        Cue.SIGN,
    }
)

_INABILITY = """
    cannot | can not | could not | unable to | not able to | not possible to | impossible to | inability to |
    difficult to | hard to | failed to | am not in a position to | not qualified to | not allowed to |
    not trained to | not equipped to | not designed to
    """
_PERCEIVE = """
    see | find | identify | detect | visualize | visualise | spot | observe | appreciate | discern | recognize | be
    """
_PERCEIVED = """
    seen | found | identified | detected | visualized | visualised | observed | appreciated | discerned | recognized
    """
_DECIDE = """
    determine | tell | say | provide | diagnose | make | answer | give | assess | interpret | analyze | analyse |
    evaluate | confirm | conclude | offer | assist | help | comment | comply | process | view | access | open |
    decide | judge | respond | know | draw | render | classify | fulfill | verify | distinguish | differentiate |
    be sure | be certain | be determined | be confirmed | be assessed | be diagnosed | be made | be answered |
    be evaluated | be given | be established | see the image | see an image | see any image | see images |
    see the picture | see whether | see if | identify whether | identify if | detect whether | find an image |
    see what | see the scan | be provided
    """
_EXCLUDE = """
    exclude | rule out | be excluded | be ruled out | entirely exclude | be entirely excluded | rule this out
    """
_PRESENT = """
    seen | present | visible | identified | detected | evident | found | apparent | observed | noted | visualized |
    visualised | appreciated | there | shown | suspected | demonstrated | supported | indicated | detectable |
    likely | recognizable | recognisable | obvious | any
    """


def phrases(listed: str) -> list[str]:
    """The phrases of a list written with bars between them."""
    return [" ".join(phrase.split()) for phrase in listed.split("|")]


def _pairs(cue: Cue, listed: str) -> Iterator[tuple[str, Cue]]:
    return ((phrase, cue) for phrase in phrases(listed))


def _crossed(cue: Cue, firsts: str, seconds: str) -> Iterator[tuple[str, Cue]]:
    return ((f"{first} {second}", cue) for first in phrases(firsts) for second in phrases(seconds))


# Later entries win over earlier ones of the same words.
SHARED: tuple[tuple[str, Cue], ...] = (
    *_pairs(
        Cue.NORMAL,
        """
        normal | unremarkable | healthy | within normal limits | no findings | no finding | no acute findings |
        no significant findings | no abnormal findings | normality | nothing wrong | no disease | free of disease
        """,
    ),
    *_pairs(
        Cue.ABNORMAL,
        """
        abnormal | abnormality | abnormalities | abnormally | pathological | pathology | pathologic | unhealthy |
        unusual | suspicious | concerning | disease | diseased | abnormal findings | abnormal finding | atypical
        """,
    ),
    *_pairs(
        Cue.FINDING,
        """
        mass | masses | lesion | lesions | opacity | opacities | nodule | nodules | effusion | effusions |
        cardiomegaly | fracture | fractures | hemorrhage | haemorrhage | bleed | edema | oedema | infarct |
        infarction | stroke | pneumothorax | atelectasis | midline shift | swelling | inflammation | infiltrate |
        infiltrates | consolidation | shift of the midline | hydrocephalus | cyst | abscess | aneurysm |
        tuberculosis | emphysema | eczema | psoriasis | dcis | in situ | tumor | tumour | tumors | cancer |
        infection
        """,
    ),
    *_pairs(
        Cue.SIGN,
        """
        irregular | irregularity | asymmetry | asymmetric | asymmetrical | shadow | shadows | enhancement |
        enhancing | hyperintense | hypointense | hyperintensity | density | densities | haziness | hazy |
        pigmentation | crowded nuclei | irregular nuclei | atypia | irregular border | irregular borders | ragged |
        bright area | dark area | bright spot | dark spot | patchy | features | changes | symmetric | symmetrical |
        pleomorphic | regular border | several colors | several colours | loss of ducts | mass effect | area of
        """,
    ),
    *_pairs(Cue.NO, "no|none|nothing|neither|nor|never|zero|nobody"),
    *_pairs(
        Cue.NOT,
        """
        not | without | non | absence of | lack of | lacks | lacking | free of | free from | negative for |
        rules out | excludes | fails to | devoid of | rather than | instead of | as opposed to | unlikely to |
        unlikely that | not likely to | not likely that | less likely | clear of | improbable that | argues against
        | argue against | no evidence of | no evidence for | not evidence of | doubtful that | against |
        little evidence of | low probability of | low likelihood of | low suspicion for | low suspicion of |
        incorrect to say | far from | anything but | than | false that
        """,
    ),
    *_pairs(
        Cue.ABSENT,
        """
        absent | is low | is very low | very low | extremely low | ruled out |
        excluded | unlikely | not likely | improbable | nowhere | not the case | doubtful |
        not a concern | not suspected | not favored | not favoured | is negative | less likely than not
        """,
    ),
    *_crossed(Cue.ABSENT, "not|not be|never|no longer|nor", _PRESENT),
    *_pairs(Cue.LIKELY, "likely|probably|probable|most likely|almost certainly|certainly|definitely|presumably"),
    *_pairs(
        Cue.MODAL,
        """
        may | might | could | possible | possibility | possibilities | potential | potentially | would be possible |
        can be
        """,
    ),
    *_pairs(
        Cue.HEDGE,
        """
        indeterminate | inconclusive | equivocal | borderline | uncertain | unclear | not clear | not sure | unsure
        | not certain | possibly | maybe | perhaps | ambiguous | nonspecific | non specific | depends | depending on
        | not conclusive | not definitive | not diagnostic | undetermined | uncertainty | not ruled out |
        not excluded | not exclude | not rule out | not entirely clear | not be excluded | no definitive conclusion
        | cannot say for sure | cannot say for certain | cannot be sure | cannot be certain |
        difficult to say for sure | fifty fifty | either way | too early to | not necessarily |
        differential diagnosis includes | differential includes
        """,
    ),
    *_crossed(Cue.HEDGE, _INABILITY, _EXCLUDE),
    *_pairs(
        Cue.ASKED,
        """
        whether | check for | checked for | checking for | look for | looking for | used to | evaluate for |
        assess for | assessed for | screening for | screen for | examine for | to rule out | to exclude | to detect
        | to diagnose | question is | asked about | symptoms of | risk of | treatment of | treatment for | types of
        | type of | causes of | such as
        """,
    ),
    *_pairs(Cue.CONDITION, "if|unless|provided that|assuming"),
    *_pairs(
        Cue.REFUSAL,
        """
        sorry | apologize | apologise | apologies | as an ai | language model | not a doctor | not a physician |
        not a medical professional | not a radiologist | medical advice | medical professional |
        healthcare professional | consult a | consult with | consult your | see a doctor | qualified professional |
        biopsy is required | biopsy is needed | biopsy is necessary | biopsy is recommended | biopsy would be |
        biopsy required | biopsy can | further testing | further evaluation | further tests | further investigation |
        further imaging | additional tests | additional information | more information | additional imaging |
        clinical correlation | no image | no images | image is missing | without an image | without the image |
        without seeing | image was not | image is not available | not see an image | not see the image |
        not see any image | not have access | no access to | not provided an image | not attached | not uploaded |
        unanswerable | provide the image | provide an image | upload the image | upload an image | share the image |
        please upload | please provide | should examine | should be examined | should evaluate | should be consulted
        | refuse to | decline to | must decline | not comfortable | against my | do not know | not know | refer to a
        | referral | not see image | not have an image | not provided | image not available | image not provided |
        image not found | refer you to | seek medical |
        should be evaluated by
        """,
    ),
    *_crossed(Cue.REFUSED_SCOPE, _INABILITY, _DECIDE),
    *_pairs(
        Cue.REFUSED_SCOPE,
        """
        cannot | unable | inability | not enough information | insufficient information | insufficient evidence |
        enough information | not sufficient to | not possible | impossible | not determine | not provide |
        not enough detail | insufficient detail | not enough evidence | insufficient data | not give |
        not provide enough | not provide sufficient | not offer | not diagnose
        """,
    ),
    *_crossed(Cue.NOT, _INABILITY, _PERCEIVE),
    *_crossed(Cue.ABSENT, _INABILITY, " | ".join(f"be {word}" for word in phrases(_PERCEIVED))),
    *_pairs(
        Cue.FILLER,
        """
        happy to | glad to | can help | let me | let us | i will | i would be | can see the image |
        can see this image | can assist | looking at the image | here is | look at the image | analyze the image |
        analyse the image
        """,
    ),
    *_pairs(
        Cue.PART,
        """
        heart | cardiac | mediastinal | mediastinum | ventricles | ventricular | size | bones | bony | contour |
        contours | costophrenic | otherwise | skull | diaphragm | silhouette | surrounding | adjacent | trachea |
        soft tissues | sinuses | orbits | elsewhere | remaining | remainder
        """,
    ),
    *_pairs(
        Cue.BREAK,
        """
        but | however | although | though | yet | while | whereas | nevertheless | nonetheless | because | since |
        so | therefore | thus | hence | despite
        """,
    ),
    *_pairs(
        Cue.CONCLUSION,
        """
        actually | correction | in conclusion | conclusion | overall | final answer | in summary | on balance |
        i choose | my answer | final diagnosis | impression | to conclude | on second thought | on closer inspection
        | the answer is | correct answer | answer
        """,
    ),
    *_pairs(
        Cue.OPENER,
        """
        there | it | this | the | which | i | we | that | indicating | suggesting | showing | revealing |
        demonstrating | indicates | is | are | appears | looks | rather | but rather | instead | these | those |
        with evidence | just | only | they
        """,
    ),
    *_pairs(Cue.SHOWS, "shows|reveals|demonstrates|indicates|has|contains|displays|exhibits"),
    *_pairs(Cue.JOINS, "and|or|as well as|/|plus"),
    *_pairs(
        Cue.IGNORED,
        """
        no doubt | without doubt | without a doubt | without any doubt | not only | not just | no question |
        undoubtedly | it is not surprising | can be seen | can be identified | can be observed | can be found |
        without contrast | non contrast | no contrast | not to be confused | no longer doubt | may i | beyond doubt
        | not uncommon | can be visualized | can be appreciated | can be detected | no less than | suspicious for |
        concerning for | concern for | suspicion of | suspicion for | worrisome for
        """,
    ),
)
