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
    # A letter or ordinal that names an option of the prompt.
    OPTION = auto()
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
    # "is wrong": the opposite of what stands before it in the clause is meant.
    WRONG = auto()
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
    # "wait, actually": what comes after it outweighs what came before.
    CORRECTION = auto()
    # "at first glance": outweighed by what is said without it.
    INITIAL = auto()
    # "I looked for": asked, until the text says what was found.
    SEARCH = auto()
    # "would show": what stands before it is only supposed, until the text says what was found.
    WOULD = auto()
    # "destroyed": what was normal before it in the clause is not.
    UNDONE = auto()
    # "as it is here": a condition in the sentence is met.
    HOLDS = auto()
    # "speaks for": weighs for what follows, which is a choice only where the text leaves nothing open.
    SPEAKS = auto()
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
        Cue.OPTION,
        Cue.NORMAL,
        Cue.ABNORMAL,
        Cue.FINDING,
        Cue.SIGN,
    }
)

_INABILITY = """
    cannot | can not | could not | unable to | not able to | not possible to | impossible to | inability to |
    difficult to | not be able to | hard to | failed to | not feasible to | challenging to | tricky to | tough to |
    not easy to |
    difficulty | no way to | not straightforward to | difficult for me to | impossible for me to | hard for me to |
    not possible for me to
    """
_UNWILLING = """
    am not in a position to | not qualified to | not allowed to | not trained to | not equipped to | not designed to |
    not permitted to | not licensed to | not authorized to | not supposed to | not prepared to | not willing to |
    unwilling to | reluctant to | hesitant to | hesitate to | in no position to | not at liberty to | unsafe to |
    not safe to | irresponsible | inappropriate | unethical | not appropriate | not responsible | not right for me |
    not for me to |
    not capable of | incapable of | not my place | not something i | not a question i | not a call i |
    not a decision i | not meant to | not intended to | not competent to | not certified to | not built to |
    lack the ability | lack the expertise | lack the training | lack the qualifications | lack the means |
    not have the ability | not have the expertise | not have the training | not have the means |
    not have the qualifications | not have the capability | not have the capacity | not have the tools |
    not have enough | not have sufficient | beyond my | outside my | outside of my | beyond the scope |
    not feel comfortable | premature to | reckless | unwise | wrong of me | not rely on | foolish |
    not a diagnostic tool | not a tool | not dare | not presume | not take the place | not replace |
    no replacement for |
    outside the scope | outside of the scope | outside of what i | beyond what i | exceeds my | not within my |
    not in my power | must decline | have to decline | refuse to | decline to | decline | declining | refuse |
    must refrain | have to refrain | refrain from | abstain from | rather not | prefer not to | not going to |
    too small to see | too small to judge | too small to assess | too small to determine | too small to make out |
    too blurry to | too dark to | too small to say | too small to tell | too noisy to | too grainy to | too poor to |
    too low to | too little to go on | too few | nothing to go on | not comfortable | uncomfortable |
    not be responsible | not be appropriate | not be right for me | not be safe |
    not be ethical | not be wise | not be fair to | not be honest | not be professional | against my |
    not allow | not permit | not enable | not let me | not suffice | not sufficient | not adequate | prevents me |
    prevent me | precludes | does not lend itself | insufficient to | insufficient for | inadequate for |
    not suitable for | not enough to | not enough for | i will not | am not going to
    """
_PERCEIVE = """
    see | find | identify | detect | visualize | spot | observe | appreciate | discern | recognize | be | make out |
    notice | locate | pick out | point to | demonstrate | see any | find any
    """
_PERCEIVED = """
    seen | found | identified | detected | visualized | observed | appreciated | discerned | recognized | noticed |
    made out | spotted | demonstrated | located
    """
_DECIDE = """
    determine | tell | say | provide | diagnose | make | answer | give | assess | interpret | analyze |
    evaluate | confirm | conclude | offer | assist | help | comment | comply | process | view | access | open |
    decide | judge | respond | know | draw | render | classify | fulfill | verify | distinguish | differentiate |
    be be see the image | see an image | see any image | see images |
    see the picture | see whether | see if | identify whether | identify if | detect whether | find an image |
    see what | see the scan | be the one | be the one to tell | be the one to say | be provided | see which |
    identify which | find out | be of help
    """
# "cannot be ..." with one of these declines; with any other word it denies ("cannot be a tumor").
_DECIDED = """
    determined | told | said | provided | diagnosed | made | answered | given | assessed | interpreted | analyzed |
    evaluated | confirmed | concluded | offered | decided | judged | drawn | rendered | classified |
    verified | distinguished | differentiated | established | stated | ascertained | inferred | settled | resolved |
    chosen | claimed | deduced | derived | read | reached | graded | examined | characterized | specified |
    discriminated | separated | clarified | predicted | estimated | gauged | commented | expected to | certain |
    sure | definitive | separated | elucidated | validated | learned | answered from | decided from | attempted |
    guaranteed | categorized | labeled | addressed | reliably | done | definite | conclusive | proven
    """
_EXCLUDE = """
    exclude | rule out | be excluded | be ruled out | rule this out | rule it out | dismiss | be dismissed |
    discount | be discounted | discard | be discarded | rule that out | eliminate | be eliminated | be denied
    """
_CONFIRM_OR_EXCLUDE = """
    be confirmed or excluded | be confirmed or ruled out | confirm or exclude | confirm or rule out |
    be excluded or confirmed | confirm or deny | confirm or refute | be confirmed nor excluded | prove or exclude
    """
_PRESENT = """
    seen | present | visible | identified | detected | evident | found | apparent | observed | noted | visualized |
    appreciated | there | shown | suspected | demonstrated | supported | indicated | detectable | appreciable |
    likely | recognizable | obvious | any | discernible | identifiable | demonstrable | noticeable | noticed |
    favored | confirmed by | in evidence | on display | to be seen | to be found | what i see | what i would |
    encountered | exist | applicable | conspicuous | seem likely | appear likely | observable | warranted |
    plausible |
    justified
    """


def phrases(listed: str) -> list[str]:
    """The phrases of a list written with bars between them."""
    return [" ".join(phrase.split()) for phrase in listed.split("|")]


def _pairs(cue: Cue, listed: str) -> Iterator[tuple[str, Cue]]:
    return ((phrase, cue) for phrase in phrases(listed))


def _crossed(cue: Cue, firsts: str, seconds: str) -> Iterator[tuple[str, Cue]]:
    return ((f"{first} {second}", cue) for first in phrases(firsts) for second in phrases(seconds))


# "No reason to suspect", "ample grounds for diagnosing": what is called so, or is not.
_TO_CALL = """
    for diagnosing | to diagnose | for calling it | to call it | to call this | for calling this | to suspect |
    for suspecting | for assuming | to assume | for a diagnosis of | to treat | to invoke | to think of | to speak of |
    to fear | for fearing | to believe in | to consider | to worry about | to expect
    """


def _few(what: str) -> str:
    """The phrases for little or none of each."""
    return " | ".join(f"{few} {one}" for few in ("no", "little", "hardly any", "not any") for one in phrases(what))


def _enough(what: str) -> str:
    """The phrases for enough of each."""
    much = ("every", "good", "ample", "enough", "sufficient", "plenty of", "all the", "strong")
    return " | ".join(f"{enough} {one}" for enough in much for one in phrases(what))


# Who reads such pictures, of whom what all would do is said.
_READERS = (
    *("doctor", "physician", "radiologist", "pathologist", "dermatologist", "neurologist", "neuroradiologist"),
    *("oncologist", "surgeon", "neurosurgeon", "expert", "specialist", "clinician", "reader", "colleague"),
)


# Later entries win over earlier ones of the same words.
SHARED: tuple[tuple[str, Cue], ...] = (
    *_pairs(
        Cue.NORMAL,
        """
        supposed to look | supposed to be | how it should look | how it ought to look | the way it should look |
        the way it is meant to | meant to look | how they should look | how they are supposed to | cannot fault it |
        cannot fault this | hard to fault | nothing acute | no acute cardiopulmonary process | no acute process |
        no acute pathology | no acute change | no acute changes | no acute intracranial | nothing focal |
        nothing infectious | nothing pathological | nothing pathologic | resting breast | resting lobules |
        age appropriate | rest easy | can rest easy | breathe easy | good news | need not worry |
        should not worry | not worry anyone | no worry | no alarm | no call for alarm | no need for alarm |
        no need for concern | no need for action | nothing to fear | nothing to fear here | unexceptional |
        ordinary enough | as clean as a whistle | fit as a fiddle | squeaky clean | all is well |
        everything is well | all in its place | everything in its place | everything is in its place |
        everything is in place | everything in place | all present and correct | nothing grows here |
        nothing growing | nothing that should not | nothing that ought not | what it should be |
        what one would expect | what you would expect | what one expects | what you expect |
        no different from normal | no different from a healthy | no departure | no deviation | no fault | no flaw |
        no flaws | no blemish | no complaints | no complaint | no quarrel | nothing is amiss | nothing to add |
        nothing to remark | nothing noteworthy | nothing to flag | nothing that deviates | nothing off |
        nothing awry | nothing untoward | nothing is off | nothing is awry | nothing that should worry |
        nothing that would concern | nothing nothing nothing alarming | nothing that stands out |
        nothing strikes me | nothing striking | nothing of significance | nothing significant |
        nothing that does not belong | nothing to complain about | without blemish | without fault | without flaw |
        passes muster | pristine | flawless | faultless | immaculate | spotless | picture of health |
        clean bill of health | by the book | textbook normal | as healthy as | within the norm |
        within the range of normal | in perfect order | in good order | in good shape | in fine shape |
        in good health | in order | beyond reproach | the way one expects | the way they ought | the way it ought |
        the way a textbook | as in a textbook | as a textbook | usual findings | normal range | normal variant |
        physiological | physiologic | norm | well within limits | within limits | average | no concerns |
        no worries | no irregularities | no irregularity | no pathology | nothing to hide | nothing else to report |
        normal | unremarkable | healthy | within normal limits | no findings | no finding | no acute findings |
        no significant findings | no abnormal findings | normality | nothing wrong | no disease | free of disease |
        nothing to report | nothing to see | nothing of interest | no issues | no issue | no problems |
        no problem with | no problem at all | all good | looks good | looks ok |
        looks okay | looks great | all fine | as it should | as they should |
        nothing is wrong | nothing unusual | nothing out of the ordinary | nothing amiss | nothing suspicious |
        nothing concerning | nothing worrying | nothing to worry about | nothing of concern | nothing remarkable |
        nothing of note | nothing stands out | as they should be | as it should be | the way they should |
        the way it should | as they ought to | where one would expect |
        as one would expect | as would be expected | as expected | that they ought to have | that it ought to have |
        wnl | nad | nothing out of place | nothing sinister | no red flags | no cause for concern |
        no reason for concern | nothing that worries me | nothing that would worry me |
        nothing looks wrong | looks fine | is fine | all in order | everything is in order | nothing looks off |
        nothing is out of place | nothing abnormal |
        normale | normales | normaux | gesund | unauffällig | sano | sana | saludable | sain | saine | saudável |
        regolare | regolari | норма | нормальный | нормальная | нормально | 正常 | 异常なし | 異常なし | 健康 | 정상 |
        look fine | look ok | look okay | look great | appear fine | appear ok | appear okay | seem fine |
        seem ok | seem okay | seems ok | seems okay | seems fine | appears fine | appears ok | is ok | is okay |
        are fine |
        no cause for alarm | nothing to be concerned about | not concerned | no need to worry | no reason to worry
        """,
    ),
    # "I would sign this one off as clear".
    *_crossed(
        Cue.NORMAL,
        "off|through|it|this|them|one|film|scan|image|report|pass|read|slide|patch|study",
        "as clear|as clean|as fine|as all clear|as ok|as okay|as in order",
    ),
    *_pairs(
        Cue.ABNORMAL,
        """
        acute changes | acute change | can fault it | fault it on | no business in the | no business in this |
        no business at | ought to worry | should worry | worries me | would worry | concerns me |
        no business being there | no business being here | normal is something else | normal is another matter |
        normal is different | normal looks different | normal would look different | normal looks otherwise |
        normal does not look like this | different from normal | different from what is normal | not how it should |
        not the way it should | not as it ought to | not what it should be | not where it should be |
        not where they should be | not where it belongs | not where they belong | no longer normal | bad news |
        strange | weird | peculiar | anything odd | something odd | looks odd | look odd | anything funny |
        something funny | looks funny | look funny | nasty | cause for worry | cause for alarm | reason to worry |
        reason for worry | need for action | needs attention |
        anything of interest | anything of note | anything remarkable | anything untoward | anything noteworthy |
        anything to report | anything out of place | anything off | anything that does not belong | anything awry |
        anything striking | anything out of order | out of place | out of order | out of line | amiss | awry |
        untoward | not belong here | does not belong | do not belong | not supposed to be | departs from the norm |
        departure from the norm | departs from normal | deviates from the norm | deviates from normal |
        deviation from normal | deviates from | something amiss | something untoward | something foreign |
        something abnormal | something else going on | off the mark | outside normal limits |
        outside the normal range | outside the norm | beyond normal limits | exceeds normal limits |
        exceeds the norm | abnormally large | a cause for alarm | disquieting | ominous | sinister | disturbing |
        morbid | ill | sick | malformed | defective | dysplastic | wrong with it | wrong with this |
        abnormal | abnormality | abnormalities | abnormally | pathological | pathology | pathologic | unhealthy |
        unusual | suspicious | concerning | disease | diseased | abnormal findings | abnormal finding | atypical |
        acute process | acute disease | acute cardiopulmonary disease | acute cardiopulmonary process |
        acute finding |
        acute findings | acute abnormality | acute pathology | aberrant | anomalous | anomaly | anomalies |
        out of the ordinary | something wrong | something is wrong | worrisome | worrying |
        something is off | something off | something is not right | something not right | looks off |
        anything wrong | anything abnormal | anything unusual | anything amiss | anything suspicious |
        anything out of the ordinary | anything to worry about | anything concerning | anything worrying |
        should not be there | not belong there | not supposed to be there | not meant to be there |
        no business being there | no business there |
        anything that would worry me | anything that worries me | cause for concern |
        reason for concern | not right | alarming |
        not quite right | not as it should be | not as they should be | suspicious for disease | anomalie | anomalía |
        anomalías | anomalia | auffälligkeit | auffälligkeiten | anormal | anormales |
        anormale | auffällig | krankhaft | anomalo | patologico | патология | 异常 | 異常 | 不正常
        """,
    ),
    # "Not the slightest departure from what a brain should look like".
    *_crossed(
        Cue.ABNORMAL,
        "departure|departures|departs|depart|deviation|deviations|deviates|deviate|differs|differ|different|divergence|"
        "removed|diverges|diverge",
        "from what|from how|from the usual|from the expected|from the ordinary",
    ),
    # "A loss of normal ducts", "the cells replace the normal stroma": what was normal is not.
    *_crossed(
        Cue.ABNORMAL,
        """
        loss of | lack of | absence of | disruption of | displacement of | distortion of | destruction of |
        effacement of | replacement of | obliteration of | disappearance of | compression of | invasion of |
        infiltration of | disturbance of | disorganization of | disarray of | interruption of | alteration of |
        departure from | deviation from | lacks | lack | lost | loses | losing | lacking | replaces | replacing |
        replaced | destroys | destroying | displaces | displacing | distorts | distorting | disrupts | disrupting |
        effaces | effacing | obliterates | obliterating | invades | invading | infiltrates | infiltrating |
        compresses | compressing | overruns | overrunning | instead of | in place of | replaced | destroyed | effaced |
        obscures | pushing | pushes | pushing aside | pushes aside | shifting | shifts | takes the place of |
        taken the place of | crowds out | crowding out
        """,
        " | ".join(
            f"{which} {how}".strip()
            for which in ("", "the", "its", "their", "any")
            for how in ("normal", "healthy", "orderly", "usual")
        ),
    ),
    *_pairs(
        Cue.FINDING,
        """
        dark hole | hole in | holes in | broken rib | broken ribs | broken bone | broken bones | broken collarbone |
        collapsed lung | fluid around |
        fluid in the | fluid on the | fluid in both | fluid inside the | water in the | water on the | blood in the |
        blood on the | blood around | air around the | white spot | white spots | white dot | white dots | bruise |
        bruises | sore | sores | blister | blisters | pimple | pimples | boil | insect bite | bug bite | mosquito bite |
        tick bite | wound | scab | sunburn | allergic reaction | fungal infection | changed color | changed shape |
        bleeds | oozes | oozing | anything growing | something growing | swollen brain | brain damage | damaged tissue |
        pleural fluid | fluid at the | fluid level | fluid levels | fluid collection | free air |
        air under the diaphragm | cavity | cavitation | cavities | lump | bulge | blood products | clot | thrombus |
        foreign body | deformity | dislocation | degeneration | subluxation | effaced sulci | herniation |
        blockage | obstruction | hypertrophy |
        warning sign | warning signs | red flag | red flags | recurrence | residual disease | mass | masses | lesion |
        lesions | opacity | opacities | nodule | nodules |
        effusion | effusions |
        cardiomegaly | fracture | fractures | hemorrhage | bleed | bleeding | edema | infarct |
        infarction | stroke | pneumothorax | atelectasis | midline shift | swelling | inflammation | infiltrate |
        infiltrates | consolidation | shift of the midline | hydrocephalus | cyst | cysts | abscess | aneurysm |
        tuberculosis | emphysema | eczema | psoriasis | dcis | in situ | tumor | tumors | cancer | infection |
        normal pressure hydrocephalus | multiple sclerosis | demyelination | demyelinating | fibrosis | scar |
        scarring | granuloma | hematoma |
        ischemia | ischemic | atrophy | pneumoconiosis | bronchiectasis | sarcoidosis | hernia | fibrous plaque |
        mastitis | hyperplasia | metaplasia | necrosis | calcification | calcifications | pleural thickening |
        congestion | heart failure | heart enlarged | enlarged heart | heart is enlarged | heart is clearly enlarged |
        enlarged ventricles |
        enlarged cardiac silhouette | ventricles are enlarged | cardiac silhouette is enlarged | dilated ventricles |
        pulmonary edema | scoliosis | white patch | white patches |
        sclerosis | gliosis | malformation | encephalitis | meningitis | dermatitis | rosacea | acne | wart | warts |
        ulcer | psoriatic | rash | burn | ringworm | tinea | impetigo | scabies | vitiligo | melasma | urticaria |
        hives | lupus | actinic keratosis | molluscum | cellulitis | herpes | keloid | alopecia | avm | cavernoma |
        encephalomalacia | leukoencephalopathy | contusion | concussion | plaques | lacune | lacunes | dementia |
        alzheimer |
        leukoaraiosis | empyema | hyperinflation | hyperinflated | kyphosis | pleural plaque | pleural plaques |
        rib fracture |
        bronchitis | silicosis | collapse | deviated trachea | hemothorax | pneumomediastinum | perfusion defect |
        microcalcifications | adh | lcis | phyllodes | fat necrosis | galactocele | lymphocytic infiltrate |
        thrombosis |
        pulmonary embolism | embolism | small vessel disease | white matter lesions | ventriculomegaly | pleurisy |
        ulceration | asthma | copd | covid | growth
        """,
    ),
    *_pairs(
        Cue.SIGN,
        """
        where it should not be | where they should not be | where it does not belong | where they do not belong |
        where none should be | where nothing should be | where there should be none | where it belongs |
        where they belong | where it ought to be | where it should be | where they should be |
        where they ought to be | where one expects them | where one expects it | in place | in position |
        in the midline | in the middle | even in color | even in shape | even color |
        irregular | irregularity | asymmetry | asymmetric | asymmetrical | shadow | shadows | enhancement |
        enhancing | hyperintense | hypointense | hyperintensity | density | densities | haziness | hazy |
        pigmentation | crowded nuclei | irregular nuclei | atypia | irregular border | irregular borders | ragged |
        bright area | dark area | bright spot | dark spot | patchy | features | changes | symmetric | symmetrical |
        pleomorphic | regular border | several colors | loss of ducts | mass effect | area of |
        crowded irregular nuclei |
        enlarged | crowded | displaced | haze | whiter | brighter | uneven edges | blue white veil | multiple colors |
        mitoses | mitotic figures | mitotic activity | pleomorphism | hyperchromatic | air bronchograms | reassuring |
        preserved | intact | compressed | symmetry | uniform | well defined | ill defined | well circumscribed |
        bright region | dark region | bright rounded area | smooth border | smooth borders | uneven | disorderly |
        nuclear enlargement | ducts lost | veil
        """,
    ),
    *_pairs(
        Cue.NO,
        """
        no | none | nothing | neither | nor | never | zero | nobody | kein | keine | keinen | keinerlei | keiner |
        sin |
        sans | pas de | pas d | aucun | aucune | nessun | nessuna | nessuno | senza | sem | nenhum | nenhuma |
        ningún |
        ninguna | no hay | no se observa | no se ve | não há | ohne | geen | inga | ingen | brak | нет | без | 没有 |
        沒有 | 无 | 無 | 未见 | 未見 | no single
        """,
    ),
    *_pairs(
        Cue.NOT,
        """
        not a chance | not the slightest chance | no chance | fat chance | not in a million years | not for a moment |
        not for a second | not by a long shot |
        disagree with | disagree with the suggestion that | i dispute | i contest | not accept | not buy |
        reject the idea of | reject the idea that |
        acquit it of | acquit this of | acquits this of | acquits the lesion of | clear it of | clear this of |
        clears this of | frees it of | frees it from | all that is left of | all that remains of | what is left of |
        what remains of | below the threshold for | under the threshold for | below the cut off for |
        below the cutoff for | below the threshold of | short of the threshold for | not reach the threshold for |
        not meet the threshold for | below the bar for | below what is needed for | below the limit for |
        far below the threshold for | no argument for | no arguments for | not an argument for | talk myself into |
        could not be less | could hardly be less | could not look less | anything less than | clears him of |
        clears her of | clears the patient of | clears the lungs of | clears them of | nothing remains of |
        nothing is left of | nothing left of | little remains of | little is left of | nothing speaks for |
        nothing argues for | nothing points to | nothing points towards | nothing supports | little speaks for |
        nothing in favor of | nothing to support | nothing for | lying if i said | lying if i called |
        no business being called | no business being labeled | surprised to hear | surprised to learn |
        surprised to find | surprised to see | surprised to be told | surprised to read | surprised by |
        astonished if | astonished to | amazed if | shocked if | cannot give it a | cannot give this a |
        could not give it a | would not give it a | would not give this a | could not give this a |
        nobody would mistake this for | no one would mistake this for | not to be mistaken for |
        not be mistaken for | not be confused with | too far from | no friend of | nothing of | no hallmark of |
        no hallmarks of | none of the hallmarks of | none of the features of | none of the signs of |
        none of the none of the criteria of | none of the makings of | not the makings of | no taste of |
        no whiff of | no shadow of | no suggestion of | no suspicion of | no hint of | no trace of | no mention of |
        no room for | little room for | leaves no room for | leaves little room for | no place for | no space for |
        cleared of | acquitted of | not guilty of | absolves it of | stops short of | stop short of |
        falls short of | fall short of | fell short of | short of being | nowhere near being | nowhere near |
        not close to | not even close to | no right to be | a long way from | a long way off | a world away from |
        miles from | miles away from | nowhere close to | would not diagnose | not diagnose | would not file |
        would not accept | would not describe | would not classify | would not regard | would not consider |
        would not report | would not sign | would not certify | would not pass | not a case of | no case of |
        no candidate for | not a candidate for | without meeting | without meeting a single | without finding |
        without seeing | without encountering | without detecting | without coming across | without running into |
        not come across | not met with | have yet to see | has yet to show | yet to find | stopped being |
        has stopped being | ceased to be | has ceased to be | no longer | used up | rid of | cured of |
        left no trace of | too regular for | too smooth for | too symmetric for | too symmetrical for |
        too uniform for | too irregular for | too chaotic for | too large for | too crowded for | too ragged for |
        too dense for | too white for | too dark for | too many colors for | too much for | too little for |
        too orderly for | too disordered for | too good for | cannot possibly be | can hardly be | could hardly be |
        can scarcely be | can not be | there can be no | can be no | cannot be | uncharacteristic of |
        untypical in | atypical in | the opposite of | the reverse of | the contrary of | opposite of |
        a far cry from | at odds with | foreign to | alien to | out of place in | no place in | not a feature of |
        not characteristic of | not the picture of | not seen in | not found in | not expected in | not happen in |
        not occur in | not belong in | not belong to | never occurs in | never happens in | never seen in |
        never found in | never see in | not see in | not find in | not expect in | not part of | cannot happen in |
        contradicts | contradict | contradicting | disproves | refutes | refute | belies | belie |
        in conflict with | conflicts with | conflict with | does not fit | not fit | not fit with | not go with |
        not match | not agree with | not square with | not tally with | not compatible with | not consistent with |
        not in keeping with | not in line with | out of keeping with | casts doubt on | cast doubt on |
        tells against | militates against | militate against | weighs against | weigh against | counts against |
        count against | is against | are against | rule against | goes against | go against | evidence against |
        the case against | clears it of | nothing to do with | nothing in common with | bears no resemblance to |
        no resemblance to | nothing like | looks nothing like | look nothing like | not the look of | void of |
        bare of | clean of | empty of | exempt from | spared by | untouched by | unaffected by | innocent of |
        short of | in the absence of | with no trace of | without a trace of | without any trace of |
        not a trace of | not a sign of | not a hint of | not a shred of | not a single | not so much as a |
        not one | not enough for | not enough to call | hard put to find | have to invent |
        would have to be invented | no case for | no basis for calling | failed to find | fails to find |
        fails to show | failed to show | fail to see | failed to reveal | fails to reveal | fails to meet |
        do not meet criteria for | not meet criteria for | not meet the criteria for | not meet the criteria of |
        not satisfy the criteria for | not amount to | not add up to | not qualify as | not count as |
        not deserve the name | not merit the label | not warrant the label | never mind | let alone | and yet no |
        would not say | would not speak of | would not call this | would not call it | would not call that |
        would not label | would not pick | would not choose | would not select | would not take | would not go for |
        would not go with | would not opt for | would not settle on | would not put down | would not tick |
        would never say | would never pick | would never go with | would not use | could not call |
        could not call it | could not call this | not going with | not my choice is | strike out | cross out |
        strike off | cross off | striking out | crossing out | struck out | i drop | i can drop | i would drop |
        i would rule out | i would discard | i would exclude | i would reject | i would eliminate |
        i would strike out | i would cross out | i rule out | i reject | i discard | i dismiss | i eliminate |
        one can exclude | one can rule out | we can exclude | we can rule out | you can exclude | you can rule out |
        safely exclude | safely rule out | safe to exclude | safe to rule out | enough to exclude |
        enough to rule out | enough to reject | enough to dismiss | allows me to exclude | lets me exclude |
        lets me rule out | which excludes | which rules out | thus excluding | so excludes | so rules out |
        precludes | preclude | does away with | do away with | acquits it of | clears it from | negates | negate |
        negating |
        not | without | non | absence of | lack of | lacks | lacking | free of | free from | negative for |
        rules out | excludes | fails to | devoid of | rather than | instead of | as opposed to | unlikely to |
        unlikely that | not likely to | not likely that | less likely | clear of | improbable that | argues against |
        argue against | no evidence of | no evidence for | not evidence of | doubtful that | against |
        little evidence of | low probability of | low likelihood of | low suspicion for | low suspicion of |
        incorrect to say | far from | anything but | than | false that | neg for | doubt that | speaks against |
        speak against | arguing against | speaking against | little suspicion of | little suspicion for | unlike |
        little to suggest | little sign of | little reason to | wrong to call | wrong to say | other than |
        anything other than | hard to explain by |
        difficult to explain by | hard to explain with | cannot be explained by | nobody could call |
        nobody would call |
        no one could call | no one would call | would never call | inconsistent with |
        incompatible with | i doubt | i exclude | can exclude | can rule out | eliminate | eliminates | ruling out |
        rule out | exclude | excluding | dismiss | discard | reject | rejecting | nicht | nie | niet | inte | ikke |
        не | 不是 | 不 | 非 | no es | no son | non è | ne pas | n est pas | não é | pas | negativo para |
        reassuringly free of |
        surprised if | lying if | cannot imagine |
        hard to see how |
        cannot say it is | cannot say this is | cannot say that it is | cannot say that this is |
        cannot say there is |
        cannot say that there is | hardly | hardly any | scarcely | scarcely any | barely any | fail to |
        point away from |
        points away from | away from | low risk of | low risk for | minimal risk of | resolution of |
        disappearance of | clearing of | cannot call this | mistake to call | mistake to say | error to call |
        mistake to label | wrong to label | not true that | not correct that | not the case that | is not true that |
        is not correct that |
        is not the case that | is wrong to | is incorrect to | untrue that | wrong that | absent of | disagree that |
        strange to call | hard to call this | odds are against | difficult to call this |
        misleading to call | cannot be called | not be called | hard to see any | not be described as |
        stretch to call | inaccurate to call | not call this | not accurate to call |
        only looks like | only look like | merely looks like | just looks like | only resembles | merely resembles |
        incorrect answer : | wrong answer : | incorrect option : | incorrect answer is | wrong answer is |
        incorrect : |
        atypical for | untypical for | untypical of | atypical of
        """,
    ),
    *_crossed(
        Cue.NOT,
        """
        unusual | odd | strange | uncharacteristic | unexpected | surprising | uncommon | unheard of | unknown |
        peculiar | unnatural | improper | wrong
        """,
        "for|in",
    ),
    *_pairs(
        Cue.ABSENT,
        """
        need not be feared | need not be considered | need not be suspected | need not be assumed |
        need not be invoked | need not be discussed | need not be mentioned |
        crumbles | evaporates | melts away | melted away | has melted away | have melted away | goes up in smoke |
        bites the dust | goes by the board | without being one | but is none | not be one | not one itself |
        is just a scar | is only a scar | : 0 | the last thing | last on my list | bottom of my list |
        far down the list | bottom of the list | not come true | did not come true | not verified |
        not be verified | not be substantiated | not be borne out | not be upheld | not upheld | proves negative |
        turned out negative | proves false | is history | unexplained | unaccounted for | has no leg to stand on |
        is dead in the water | would be the exception | would be an exception | would be a rarity |
        would be exceptional | would be rare | would be unusual | would be most unusual | would be very unusual |
        would be unheard of | would be atypical | would be unexpected | not come into it | off the list |
        is off the list | out of the running | a non starter | no candidate | not in the running |
        not in the picture | not in the cards | not on the cards | not on the table | not at issue | not in play |
        not what we are looking at | not what i am looking at | not what you are looking at | not the story here |
        not to blame | not the culprit | not the explanation | not the cause | not behind this | not behind it |
        not hiding | not lurking | not hide here | not come back | not returned | not recurred | not grown back |
        not reappeared | not regrown | not live here | not lived here | nothing going for it | not a contender |
        not a candidate | not a serious option | not a serious possibility | not a real possibility |
        not a live option | not a realistic option | not on my list | not on my mind | not hold here |
        not apply here | not do it justice | not work here | not work | not make sense | makes no sense |
        make no sense | makes little sense | is ruled out by | is excluded by | cannot explain this |
        cannot explain it | cannot account for it | cannot account for this | cannot account for | not account for |
        explains nothing | falls apart | falls down | collapses here | is a red herring | is a false alarm |
        false alarm | red herring | would be an artifact | left no trace | has left no trace | have left no trace |
        leaves no trace | nothing remains | has ceased | has stopped | died out | not one of them |
        not one of these | not one of those | not among them | is not among them | not among these | so is not |
        remains unproven | remains unconfirmed | can be no | not exist | not what i see | comes up empty |
        came up empty | come up empty | empty handed | comes to nothing | came to nothing | draws a blank |
        drew a blank |
        in vain | to no avail | without success | without result | unsuccessful | fruitless | nowhere to be found |
        nowhere in sight | nowhere visible | does not exist | do not exist | escapes me | has no place |
        have no place | has no basis | has no foundation | has nothing going for it | falls away | falls flat |
        drops out | falls through | falls short | goes out the window | can be struck out | can be crossed out |
        can be crossed off | can be struck off | can be set aside | can be put aside | can be laid to rest |
        can be dropped | can be forgotten | can be disregarded | can be rejected | may be discarded |
        may be dismissed | may be ruled out | would surprise me | would astonish me | would amaze me |
        would shock me | would be a surprise | would come as a surprise | would be surprising |
        would be news to me | would be hard to justify | would be hard to defend | would be hard to argue |
        loses out | is ruled out | are ruled out | is excluded | are excluded | is dismissed | is rejected |
        less probable | less convincing | less fitting | less apt | less suitable | least likely | is improbable |
        has been excluded | has been ruled out | have been excluded | have been ruled out | were excluded |
        was excluded | was ruled out | to none | close to zero | near zero | next to nothing | practically zero |
        virtually zero | is inconceivable | unthinkable | inconceivable | is unimaginable | has disappeared |
        have disappeared | has vanished | have vanished | has resolved | have resolved | has subsided |
        are extremely low | chances are small |
        is not confirmed | are not confirmed | was not confirmed | not substantiated |
        has healed | have healed | healed | a remote possibility | absent | : false | is low | is very low |
        very low | extremely low | ruled out | is negligible |
        excluded | unlikely | not likely | improbable | nowhere | not the case | doubtful | nowhere to be seen |
        not a concern | not suspected | not favored | is negative | less likely than not | can be ruled out |
        can be excluded | can be dismissed | could be excluded | could be ruled out | may be excluded |
        can safely be excluded | can be discarded | can be eliminated | discarded | eliminated | dismissed |
        not a consideration | not in question | not an issue | not a possibility | not an option | not my choice |
        not what this is | does not fit | not fit | do not fit | not match | not apply | not hold | not explain |
        not correspond | resolved | has cleared | have cleared | cleared up | is gone | are gone | has gone |
        disappeared |
        no longer present | no longer visible | no longer seen | would not look like this | would not look this way |
        would not look like that | would not appear like this | would look different | would look otherwise |
        looks different from this | not look like this | not look like that | is off the table |
        can be ruled out | has no support | finds no support | lacks support | out of the question | very unlikely |
        highly unlikely | extremely unlikely | not the right answer | not the correct answer | not the answer |
        not the correct option | not the right option | not the best answer | not right here | not a good fit |
        less plausible | implausible | resected | is lacking | are lacking | is missing | are missing |
        less likely than | less probable than | been removed | completely removed | was removed | fully removed |
        been excised | was excised | would not show this |
        would not have this | would not contain this | not show this | looks nothing like this |
        look nothing like this |
        would not do this | looks different | look different | no está presente | no se ve | no presente |
        no es visible | nicht sichtbar | nicht vorhanden | nicht zu sehen |
        nicht erkennbar | não está presente | non è presente |
        ません | ありません | ない | なし | 없습니다 | 없음 | 않습니다 |
        nicht nachweisbar | отсутствует | не видно | не обнаружено | fehlt | ausgeschlossen | unwahrscheinlich |
        descartado | descartada |
        ausente | improbable | ausencia de | would be expected to look different | 未见异常 | rejected | crossed out |
        is slim | are slim | is tiny | are low | is remote | small chance | negligible |
        not confirm it | not confirm this | not confirm that
        """,
    ),
    *_crossed(
        Cue.ABSENT,
        "hard to|difficult to|not easy to|impossible to",
        "believe|imagine|defend|sustain|credit|swallow|uphold|maintain|support|justify|square|reconcile",
    ),
    *_crossed(
        Cue.ABSENT,
        "would explain|explains|explain|can explain|accounts for|would account for|account for|covers|fits|matches",
        "neither|nothing|none|neither of these|none of these|none of this|nothing of that|none of them|none of that|"
        "nothing of this|neither of them|neither of those|neither finding|nothing of what|none of it",
    ),
    *_crossed(
        Cue.ABSENT,
        "not|never",
        """
        support it | support this | support that | bear it out | bear this out | bear that out | back it up |
        back that up | back this up | justify it | justify that | justify this | warrant it | warrant that |
        agree with that | agree with it | agree with this | point that way | point to it | go with it | show that |
        show it | show this | show them | show one | show any | show either | show such | have any | have one |
        have it | have that | contain any | contain one | contain it | materialize | exist | stand up | stand |
        survive | hold up | hold water | pan out | add up | come into question | come into play | enter into it |
        enter the picture | figure | feature | belong here | live up to | meet the criteria | meet that description |
        deserve that | deserve the name | qualify | what i see | what i find | what this shows | what we have here |
        what we see | what you see | the case here | my impression | my reading | my diagnosis | my conclusion |
        my pick | my answer | the diagnosis | the finding | the one | borne out | confirmable | tenable | convincing |
        credible | to be had | met
        """,
    ),
    *_crossed(
        Cue.ABSENT,
        "is|are|was|were",
        """
        nil | zero | nonexistent | non existent | lacking | wanting | nowhere | unsupported | unsubstantiated |
        unfounded | not there | missing here | disproved | disproven | refuted | contradicted | unconvincing |
        nowhere to be found | far fetched | a stretch | a long shot | off the cards | unwarranted | unjustified |
        untenable | spared
        """,
    ),
    *_crossed(
        Cue.ABSENT,
        "proves|proved|turned out|turns out|turned out to be|proves to be|remains|is",
        "unfounded|groundless|baseless|unjustified",
    ),
    *_crossed(Cue.ABSENT, "not|not be|never|no longer|nor|not being|not been|not to be", _PRESENT),
    *_pairs(
        Cue.WRONG,
        """
        is the last word | would be the last word | is the last thing | would be the last thing | is the last name |
        would be jumping the gun | would be reading too much into it | reads too much into it | goes too far |
        would be overdoing it | would be taking it too far | would be overcalling it | would be overcalling |
        would be undercalling it | would be doing it an injustice | would be dishonest | would be untrue |
        would be absurd | would be ridiculous | would be nonsense | would be negligent | would be foolish |
        would be silly | would be blind | would be dangerous | would be unwise | would be unjustified |
        would be unwarranted | would be unfair | would be odd | would be strange | would be false | is absurd |
        is nonsense | is out of the question | can be crossed out | can be struck out | can be crossed off |
        can be struck off | can be taken off the table | is crossed out | is struck out | is off the table |
        stands corrected | was too quick | was too hasty | was premature | was rash | was hasty | was a typo |
        was overruled | has to be revised | must be revised | needs to be revised | not go together with |
        does not go with | does not sit well with | sits badly with | is hard to reconcile with |
        cannot be reconciled with | is not reconcilable with | does not do | will not do | would not do |
        does not cut it | will not hold | does not stand | cannot stand | would be misleading |
        would be inaccurate | is misleading | does not do it justice | would miss the point | misses the point |
        misses the mark | is wide of the mark | could not be further from the truth |
        could hardly be further from the truth | would not do it justice | would not be accurate |
        would not be fair | is far from the truth | is far from true | has been disproved | is refuted |
        would be an exaggeration | would be an overstatement | would be a stretch | would be far fetched |
        would be going too far | would be exaggerated | was wrong | was incorrect | was mistaken | was a mistake |
        was an error | was false | was not correct |
        was not right | were wrong |
        is wrong | is incorrect | is false | is not correct | is not true | is not right | is untrue | is mistaken |
        is inaccurate | would be wrong | would be incorrect | is the wrong answer | is the wrong option | are wrong |
        is not accurate | is the wrong choice | does not hold true | cannot be right | cannot be correct |
        cannot be true | must be wrong | can not be right | cannot be claimed | cannot be the answer |
        not be correct |
        not be right | not be true
        """,
    ),
    *_crossed(
        Cue.WRONG,
        " | ".join(
            f"{verb} {how}"
            for verb in phrases("is|was|would be|are|seems")
            for how in phrases("""
        the wrong | a wrong | an incorrect | not the right | not the correct | not the proper | hardly the right |
        hardly the | not quite the | not the | not a fitting | not a good | a poor | a bad | a misleading |
        an inaccurate
        """)
        ),
        """
        label | word | name | term | option | call | description | reading | one | pick | impression | verdict |
        statement | fit | match | heading | title | expression | adjective
        """,
    ),
    *_crossed(
        Cue.WRONG,
        " | ".join(
            f"{verb} {how}"
            for verb in phrases("would be|is|was|would have been|would amount to")
            for how in phrases("""
        an | a | a grave | a serious | a bad | a big | a clear | a gross | an obvious | simply a | a real |
        clearly a | plainly a
        """)
        ),
        """
        overcall | overdiagnosis | exaggeration | error | blunder | misreading | misdiagnosis | misread | mistake |
        overstatement | fallacy | stretch | slip | misnomer | disservice | undercall | lie | distortion |
        misjudgment | miscall
        """,
    ),
    *_crossed(
        Cue.HEDGE,
        """
        to be | must be | should be | needs to be | need to be | has to be | have to be | ought to be | yet to be |
        still to be | not been | not yet | not yet been
        """,
        "ruled out | excluded | confirmed or excluded | confirmed or ruled out | ruled in or out | "
        "excluded or confirmed",
    ),
    # "No radiologist would call this normal", "no doctor would look twice at it", "any dermatologist would remove it".
    *_crossed(
        Cue.NOT,
        " | ".join(f"no {who} would {ever}".strip() for who in _READERS for ever in ("", "ever")),
        "call|label|report|describe|read|diagnose|accept|consider|take this for|take it for|mistake this for|sign|name",
    ),
    *_crossed(
        Cue.NORMAL,
        " | ".join(f"no {who} would" for who in _READERS) + "|nobody would|no one would",
        "look twice|lose sleep|worry|be worried|bother|think twice|call back|call this film back|recall|refer|biopsy|"
        "remove this|remove it|excise|operate|raise an eyebrow|bat an eye|be alarmed|be concerned|lose any sleep|"
        "ask for a second opinion|want a second opinion|call this patient back|call the patient back",
    ),
    *_crossed(
        Cue.ABNORMAL,
        " | ".join(f"no {who} would" for who in _READERS) + "|nobody would|no one would",
        "leave this alone|leave it alone|leave that alone|ignore|overlook|let this go|let it go|let this pass|"
        "let it pass|wave this through|wave it through|sleep well|sleep easy|send this home|send home|wait with",
    ),
    *_crossed(
        Cue.ABNORMAL,
        " | ".join(f"{any_} {who} would" for any_ in ("any", "every") for who in _READERS),
        "flag|biopsy|remove|excise|worry|be worried|be alarmed|call back|recall|operate|act on|cut out|take out|"
        "reach for|want out|want it out|stop at|frown at|frown",
    ),
    *_crossed(
        Cue.IGNORED,
        " | ".join(f"{any_} {who} would" for any_ in ("any", "every") for who in _READERS),
        "call|label|report|describe|read|diagnose|recognize|name|see|spot|notice",
    ),
    *_crossed(
        Cue.IGNORED,
        " | ".join(
            f"{takes} {who}"
            for takes in ("not take", "not need", "not require", "not have to be", "not need to be")
            for who in phrases(
                "an expert | a specialist | a radiologist | a pathologist | a dermatologist | a doctor | "
                "a trained eye | a genius | an oncologist | a neurologist | a magnifying glass | a second look"
            )
        ),
        "to see|to spot|to find|to recognize|to notice|to tell|to call|to name|to diagnose",
    ),
    *_crossed(
        Cue.NOT,
        "would surprise me|would astonish me|would amaze me|would shock me|be surprised|be astonished|be amazed",
        "if there was|if there were|if this was|if this were|if it was|if it were|if these were|if the",
    ),
    # "I do not see how B could be right", "there is nothing that could be a tumor".
    *_crossed(
        Cue.NOT,
        "not see|cannot see|fail to see|hard to see|difficult to see|not imagine|cannot imagine",
        "how|how that|how one could|how anyone could",
    ),
    *_crossed(
        Cue.NO,
        "nothing|none",
        "that could be|that might be|that may be|that can be|that could pass for|that could represent|that resembles|"
        "that might represent|that would pass for|which could be",
    ),
    *_crossed(
        Cue.IGNORED,
        "anything|something here",
        "that could be|that might be|that may be|that can be|that could pass for|that could represent|which could be|"
        "there that could be|here that could be|there that might be|here that might be|in it that could be",
    ),
    # "I wish I could say yes" says no.
    *_crossed(
        Cue.NOT,
        "i wish i could|i wish we could|wish i could|would love to|would love to be able to|would like to be able to|"
        "would have liked to|would have loved to|would dearly like to|would dearly love to|would gladly|"
        "if only i could|if only one could|would so like to|would have liked to be able to|wish it were possible to|"
        "would be nice to|would be nice to be able to",
        "say|answer|call|pick|tick|choose|report|read|label|write|reply|go with|vote for|sign|pass",
    ),
    # "I would not use the word abnormal", "makes 'normal' the wrong word", "benign is too kind a word".
    *_crossed(
        Cue.NOT,
        " | ".join(
            f"{denied} {verb} {which}"
            for denied in phrases("not|never|cannot|would not|could not|will not|do not|hesitate to|no reason to")
            for verb in phrases("use|choose|apply|reach for|pick|deserve|merit|earn|warrant|justify")
            for which in ("the", "a")
        ),
        "word|term|label|description|adjective|name|expression",
    ),
    *_crossed(
        Cue.WRONG,
        "the wrong|a wrong|an incorrect|the last|too strong a|too big a|too grand a|too harsh a|too weak a|too mild a|"
        "too kind a|too generous a|too soft a|hardly the|not the|not quite the|scarcely the",
        "word|term|label|description|adjective|expression",
    ),
    *_crossed(Cue.NOT, _few("grounds | reason | basis | cause | justification | case | need | call"), _TO_CALL),
    *_pairs(
        Cue.LIKELY,
        """
        more than likely | likely | probably | probable | most plausible | more plausible | most probable |
        most likely |
        almost certainly | certainly | definitely | presumably |
        very likely | highly likely | good chance | high chance | strong chance | high risk of | high risk for |
        elevated risk of | high suspicion of | high suspicion for | more likely | more likely than not | undoubtedly |
        in all likelihood |
        my best guess | best guess | i would favor | most probably | favored |
        i favor | best fits | fits best | most consistent with | top differential | leading differential |
        main differential | lean towards | leaning towards | lean toward | leaning toward | tend towards |
        until proven otherwise | wahrscheinlich | probablemente | probablement | provavelmente | probabilmente
        """,
    ),
    *_pairs(
        Cue.MODAL,
        """
        may | might | could | query | some suspicion of | some suspicion | some concern for |
        fair chance | reasonable chance | certain chance | not unlikely |
        not improbable | not inconceivable | not implausible |
        not unreasonable |
        not out of the question | not impossible | consider | a consideration | remains a concern |
        should be considered | must be considered | to be considered | a chance | some chance | so does | so do |
        but so does | but so do | possible | possibility | possibilities | potential | potentially |
        would be possible |
        can be | but so is | but so are | so is | conceivable | conceivably | plausible | may be | could be |
        might be | raises the question of | questionable | question of | suggestive but not diagnostic |
        could just as well | may just as well | kept in mind | keep in mind | bear in mind | borne in mind |
        would explain | would account for | might think of | one might think of | one could think of |
        one would think of | could think of | may think of | would think of | would consider | have to consider |
        worth considering | worth considering : | not to be excluded | cannot be discounted | crosses my mind |
        has to be considered | have to be considered | be entertained | be contemplated | be taken into account |
        be on the differential | in the differential | imaginable | thinkable | puede ser | podría | podrían |
        pourrait |
        pourraient | könnte | könnten | potrebbe | potrebbero | poderia | pode ser | peut-être | vielleicht |
        möglich | möglicherweise | posible | posiblemente |
        possibile | possível | quizás | peut être | forse | talvez | возможно | 可能 | 也许
        """,
    ),
    *_pairs(
        Cue.HEDGE,
        """
        some overlap | overlap between | there is overlap | considerable overlap | overlap of features |
        features overlap | findings overlap | appearances overlap | something in between | falls in between |
        lies in between | sits in between | is in between |
        indeterminate | inconclusive | equivocal | borderline | uncertain | unclear | not clear | not sure | unsure
        | not certain | possibly | maybe | perhaps | ambiguous | nonspecific | non specific | depends | depending on
        | not conclusive | not definitive | not diagnostic | undetermined | uncertainty | not ruled out |
        not excluded | not exclude | not rule out | not entirely clear | not be excluded | no definitive conclusion
        | cannot say for sure | cannot say for certain | cannot be sure | cannot be certain |
        cannot be fully excluded |
        difficult to say for sure | fifty fifty | r / o | without being able to exclude | without excluding |
        without ruling out | 50 : 50 | and some benign | and some malignant | and some normal | and some abnormal |
        either way | too early to | not necessarily |
        differential diagnosis includes | differential includes | differential diagnosis | differential |
        differentials | ddx | dd : | vs | versus | 50 / 50 | about even | even odds | roughly even | coin toss |
        coin flip |
        toss up | tossup | toss a coin | flip a coin | equally likely | equally probable | equally possible |
        as likely as not | just as likely | just as well be | evenly balanced | finely balanced | on the fence |
        torn |
        tossing a coin | leave the question open | on the list | nothing definite | may or may not | one explanation |
        one possible explanation | another explanation |
        one possibility | another possibility | others would not | others would disagree | others disagree |
        neither yes nor no |
        equal chances | equal chance |
        equal odds | equal probability | is weak | are weak |
        cannot be said with certainty | cannot say with certainty | cannot be said for certain |
        cannot be said for sure |
        cannot say with confidence | not possible to say with certainty | impossible to say with certainty |
        difficult to say with certainty | not say with certainty | not be said with certainty | could be either |
        may be either |
        might be either |
        for and against | pros and cons | others argue | others speak | others point | others suggest |
        others do not | both explanations remain | both possibilities remain |
        both explanations are possible | leave both | remains open | open question | undecided | in or out |
        neither be confirmed nor excluded | neither confirm nor exclude | remain open |
        neither confirmed nor excluded | neither confirm nor deny | neither confirm nor rule out | both would fit |
        neither be confirmed nor ruled out | both options remain | both remain | both are possible | both fit |
        both options are possible | both options are plausible | both are plausible | both could be | options open |
        neither confirmed nor ruled out | neither be excluded nor confirmed |
        of two minds | in two minds | mixed picture | mixed signals | is mixed | are mixed | mixed evidence |
        mixed findings | for both sides |
        arguments for both | points both ways | both ways | conflicting | gray area | grey area | gray zone |
        grey zone | middle ground | somewhere in between | could go either way | going either way | on the one hand |
        neither option has | neither has a clear edge | no clear edge | no clear winner | neither option stands out |
        neither option wins | no clear preference | evenly matched | leave it at possible |
        some features | others speak | lean neither way | neither way |
        not able to settle | difficult to commit | hard to commit | hard to choose between | sits between |
        somewhere in between | halfway between | somewhere between | ambivalent | not unequivocal | not decisive |
        go either way |
        anyone's guess | anybody's guess |  overlapping features | hard to say which |
        too close to call | hold off on | holding off on | reserve judgment | reserving judgment | suspend judgment |
        suspending judgment | withhold judgment | withholding judgment | keep an open mind | keeping an open mind |
        six of one | half a dozen of the other | dead heat | level pegging | nothing to choose between | neck and neck |
        little to choose between | up in the air | hangs in the balance | hang in the balance | the scale is level |
        the scales are level | the scale is even | the scales are even | the scales are balanced | equally open |
        cannot make up my mind | not made up my mind | in equal measure | nothing tips the scale | refuses to tip |
        to be said for both | to be said for each | to be said for either | to be said for both sides |
        uncertain significance | unknown significance | 50 50 |
        not clear cut | close call | no firm opinion | would not want to choose | hesitate to commit |
        not settle on either | not able to settle | not decide between | both options open | unentschieden |
        unklar | unsicher | incierto | dudoso | incertain | 不确定 | 無法確定 |
        back and forth | room for doubt | some doubt | have my doubts | the jury is still out | jury is still out |
        jury is out | remains to be seen | time will tell | debatable | dubious | arguable | not specific for |
        somewhat suspicious | might not be | may not be | hard to be certain | hard to be sure |
        difficult to be certain | on the verge | a draw | a tie | stalemate | deadlock | a dilemma | wavering |
        waver |
        i waver | vacillate | vacillating | oscillate | indecision | indecisive | dithering | of two minds |
        one way or the other | one way or another | or the other way round | or the other way around | or vice versa |
        or perhaps not | or maybe not | or possibly not | bordering on | borders on | verging on | verges on |
        straddles | straddling | short of proof | falls short of | stops short of | stop short of | fall short of |
        not go so far as | not go as far as | would hesitate to | come into question | comes into question |
        come to mind | comes to mind | among the possibilities | within the realm of possibility |
        stalemated | contradictory | contradict each other | contradict one another | cancel each other out |
        cancel each other | cancel out | some way between | open to interpretation | open to debate |
        open to question | up for debate | matter of debate | matter of opinion | point of contention | in doubt |
        in limbo | not settled | unsettled | unresolved | moot | a puzzle | puzzling | tricky one | hard one |
        tough one | tough call | judgment call | judgement call | a wash | hung jury | no consensus | could swing |
        leaves room | not beyond doubt | only half convinced | not convinced either | half and half |
        nor be excluded | nor excluded | nor be ruled out | nor ruled out | nor exclude | nor be dismissed |
        but equally | and equally | equally well | a bit like | a little like | sort of like | kind of like |
        to be certain | to be sure | but so would | and so would | nor am i convinced | nor am i sure |
        nor am i certain | equal parts | on one hand | do that too | does that too | do so too | does so too |
        can too | could too | might too | may too | do the same | does the same | do likewise | does likewise |
        do this too | does this too | also do that | also does that | also do this | also does this |
        either that or | so can | so could | so might | so may | but so can | but so could | nothing firm |
        nothing certain | nothing conclusive | looks no different | look no different | looks the same |
        look the same | looks just like this | look just like this | looks just like that | that very look |
        this very look | the very same look | the same look | the same picture | the same appearance |
        the same smear |
        the same pattern | the same effect | the same sign | could do that | can do that | may do that |
        might do that |
        could do this | can do this | could disagree | would disagree | may disagree | might disagree | can disagree |
        either camp | both camps | matter of taste | matter of definition | eye of the beholder | whom you ask |
        who you ask | just as easily | as easily be | at a loss | in circles | in a circle |
        somewhere in the middle | neither here nor there | neither one nor the other | a mixed bag | mixed message
        """,
    ),
    *_crossed(
        Cue.HEDGE,
        "remains to be|remain to be|is yet to be|has yet to be|have yet to be|are yet to be",
        "clarified|determined|established|shown|settled|decided|answered|proven|found out|resolved|worked out",
    ),
    *_crossed(
        Cue.HEDGE,
        "on the|on the very|at the|near the|close to the|right at the|right on the|along the|upper|lower",
        "line between|border between|boundary between|edge between|cusp of|threshold of|threshold between|"
        "boundary of|border of|limit of|limits of|borderline between|dividing line between|brink of|edge of",
    ),
    # "A ruler along the edge of the image" says where something is.
    *_crossed(
        Cue.IGNORED,
        " | ".join(
            f"{where} {edge} of"
            for where in phrases("on the|at the|near the|close to the|right at the|right on the|along the|upper|lower")
            for edge in ("edge", "border", "boundary", "limit", "limits")
        ),
        "the|this|that|a|an|its|each|one",
    ),
    *_pairs(
        Cue.ASKED,
        """
        suspected : | referral : | request : | asked : | question asked | working diagnosis : | can show abnormal |
        can show a | can show signs | can show findings | can show various | can show changes | can show tumors |
        can show evidence | whoever fears | fears a | fear a | who fear | who fears | if you fear | scared of |
        was read as | first read as | initially read as | previously read as | were read as | been read as |
        cut off for | threshold for | score for | the limit for | the bar for | cutoff for | family history of |
        mother had | father had | sister had | brother had | aunt had | uncle had | grandmother had |
        grandfather had | relative had | relatives had | wife had | husband had | prior pneumonia |
        previous pneumonia | earlier pneumonia | past pneumonia | old pneumonia | prior tumor | previous tumor |
        prior cancer | previous cancer | prior melanoma | previous melanoma | took for | mistook for | i took for |
        taken to be | concern raised | concern raised : | concern : | concerns : | query : | question : | queries |
        after resection of | after removal of | after excision of | after surgery for | after treatment of |
        after treatment for | following resection of | following removal of | following excision of |
        following treatment for | status post | operated for | operated on for | treated for | cured of |
        recovered from | survivor of | used to be | was known for | known for | was once | pretest probability of |
        request form says | request form asks | form says | form asks | ticket says | order says |
        requisition says | requisition asks | have you had | training set | labeled in the data set | can reveal |
        can detect | can depict | can demonstrate | can display | called out as | signed out as | taken for a |
        taken for an | coded as | filed as | dictated as | known to cause | the label says | the report says |
        the note says | the caption says | the request says | the header says | the file name says |
        the referral says | the history says | the chart says | title says | the textbook | textbook picture of |
        worried about | worries about | afraid of | feared | concerned about | suspecting | anxious about |
        on the lookout for | to look out for |
        whether | check for | checking for | look for | looking for | used to | evaluate for |
        assess for | assessed for | screening for | screen for | examine for | to rule out | to exclude | to detect
        | to diagnose | question is | asked about | symptoms of | risk of | treatment of | treatment for | the word |
        the term | stands for | types of
        | type of | causes of | such as | asks about | asked for | asked if | asking about | asking if | asks if |
        asks for |
        question of whether | question about | history of | suspected of | scanned for suspected | for suspected |
        clinical question | indication | history : | clinical history | clinical information | reason for exam |
        reason for the exam | reason for examination | reason for study | clinical data | previously diagnosed as |
        formerly | once considered | once thought | originally called | previously called | previously considered |
        diagnosed as | anamnesis |
        referred for | submitted as | referred as | labeled | labeled as | labelled | labelled as |
        previously labeled | diagnosed elsewhere as |
        reported as | previously reported | marked as | tagged as | sent as | clinical suspicion of |
        looks for |
        hallmarks of | features of a typical | deciding |
        diagnosing | choosing between | choose between | choosing | determining | grading | telling | judging |
        confirming | distinguishing | calling | deciding between | decide between | choice between |
        distinguishing | distinguish between | to distinguish | differentiate between | differentiating |
        difference between | prevention of | signs of a typical | prognosis of | early detection of | detection of |
        survival of |
        incidence of | prevalence of | dealing with | in cases of | in case of | patients with | to identify |
        to determine | to assess | to evaluate | to find | to look for | to check for |
        to confirm | to establish | to tell | to know | to differentiate | to separate | to answer | evaluating for |
        examining for | assessing for | would include | to decide | to see whether |
        people with | mimicking | mimics | mimic | can mimic | may mimic | imitating | masquerading as | options are |
        choices are | choose from | because of suspected | with suspected |
        sent because of | sent for | referred because of |
        neither in favor of | neither for | when it comes to | likelihood of developing |
        prior diagnosis of |
        if you notice | if you have | if you see | fears | fear of | afraid of | worried about | worry about |
        hint about | hints about | the mention of |
        please select | please choose | select one | choose one | answer with | respond with | for ruling out |
        of ruling out | for excluding | of excluding | decide on | deciding on | a missed | missing a | miss a |
        overlook a | overlooking a | in general terms |
        explain why | tell you why | evaluation for | analysis for | elegir entre | choisir entre |
        entscheiden zwischen | wählen zwischen | scegliere tra | scegliere fra | escolher entre |
        information about | information on | questions about |
        general information about | general information on
        """,
    ),
    *_crossed(
        Cue.ASKED,
        " | ".join(
            f"{verb} {how}"
            for verb in phrases("in a|in any|in an|in the")
            for how in phrases("normal|healthy|benign|ordinary normal")
        ),
        """
        breast | brain | chest | lung | skin | tissue | patch | mole | nevus | lesion | scan | image | film | gland |
        duct | case
        """,
    ),
    *_crossed(
        Cue.ASKED,
        " | ".join(f"{verb} {how}" for verb in phrases("in") for how in phrases("normal|healthy|benign")),
        """
        breast | brain | chest | lung | lungs | skin | tissue | breast tissue | brain tissue | moles | nevi |
        lesions | scans | films | ducts | glands | people | cases | individuals
        """,
    ),
    *_pairs(
        Cue.SEARCH,
        """
        imitates | imitate | imitating | simulates | simulate | simulating | pretends to be | poses as | posing as |
        masquerades as | passing itself off as | fear of | fears of | the fear of | i have been shown |
        i have seen | i know what | i was shown | as for | as to | as regards | as far as | regarding |
        with regard to | with respect to | in regard to | in respect of | in terms of | on the subject of |
        on the topic of | on the matter of | turning to | the search for | a search for | search for |
        the hunt for | hunt for | hunting for | quest for | the issue of | the matter of | asked for |
        you asked for | you ask for | combed for | screened for | inspected for | reviewed for | scoured for |
        went through it for |
        there would be | would there be | we would see | you would see | one would find | we would expect |
        would expect | would expect to see | would anticipate | i would see | one would see | should then see |
        looked for | searched for | checked for | looked specifically for | searching for | examined for |
        went looking for | had there been | had it been | had this been | if it were | if this were | if there were |
        were this | were it | were there | if it was |
        if this was | if there was | asked to look for | asked me to check for | looked carefully for |
        checking the image for |
        checked the image for | looked hard for | tried to find | trying to find | scanned for | hunted for
        """,
    ),
    *_pairs(
        Cue.WOULD,
        """
        i would want | i would want to see | i would need | i would need to see | i would like to see |
        i would require | i would ask for | one would want | we would want | you would want | you would need |
        one would need | would have to be | would call for | would demand | would presuppose | would entail |
        would imply | would mean | would leave | would stand out | would reach | would fill | would blur |
        would obscure | would occupy | would lack | would shift | would enhance | would light up |
        would be hard to miss | would blot out | would carry | would bring | would involve | would come |
        would give | would create | would change | would hide | would spread | would grow | would break |
        would exceed | would bear | would feature | would include |
        would usually | would typically | would have | would be expected | would show | would need | would require |
        would cause | would look | would appear | would present | would displace | would normally | would generally |
        would exhibit | would display | would produce | would tend to | would be visible | would be seen |
        would come with | would go with |
        would be associated with |
        would be accompanied by | would be characterized by |
        would often | would push | would make | would contain
        """,
    ),
    # Read with what stands further off, in `idioms`.
    *_pairs(
        Cue.IGNORED,
        """
        take more than | takes more than | need more than | needs more than | requires more than |
        require more than |
        what you took for | what one took for | what we took for | what the report calls | what the referral calls |
        what you call | what you see as | what the report called | what they called | what he took for |
        what she took for | above the threshold for | over the threshold for | above the cut off for |
        above the cutoff for | over the cut off for | above the threshold of | exceeds the threshold for |
        reaches the threshold for | passes the threshold for | crosses the threshold for | within the range of a |
        in the range of a | if only | try as i might | try as i may | much as i try | hard as i try |
        hard as i looked | hard as i look | however hard i look | however hard i try | as hard as i look |
        no matter how i look | no matter how one looks | whichever way i look | whichever way i turn it |
        however i look at it | however one looks at it | whatever way one looks at it | could be confirmed |
        was confirmed | is confirmed | can be verified | could be verified | could not be more |
        could not be any more | not get any more | not get much more | not come any more | could hardly be more |
        could not look more | cannot be more | cannot get any more | can be seen to be | as can be | as they come |
        left to speak of | left to see | left to count | left to find | nothing left to | what could pass for |
        what might pass for | what may pass for | what passes for | what at first looks like | what seems like |
        what might suggest | what could be taken for | what might be taken for | what could be mistaken for |
        what might be mistaken for | what was taken for | what was thought to be | what was called |
        what was reported as | what has been called | what i took for | what one might call | what looked like |
        what seemed to be | what seemed like | what appeared to be | what one could call | what some would call |
        what you might call | what could look like | what can look like | what they took for | so called |
        whatever else may be | whatever may be | whatever it may be | be that as it may | whatever it might be |
        whatever else might be | come what may | more than one | more than a | more than just a | more than two |
        what else could it be but | what else could this be but | what else can it be but | what else can this be but |
        what else would it be but | what else is this but | what else could these be but |
        more than just | what else than | what else but | what else except | what other than | who else but |
        what if not | how could it be anything but | how can it be anything but | how could this be anything but |
        what could it be but | what can it be but | what is this if not | we are dealing with | i am dealing with |
        you are dealing with | are dealing with | is dealing with | this is dealing with | pass as | pass for |
        pass off as | so much as | not hide | not obscure | not conceal | not mask | not detract from |
        not distract from | none of that hides | none of this hides | none of which hides | nothing hides |
        nothing can hide | cannot hide | cannot conceal | cannot mask | cannot disguise | not disguise |
        with no hesitation | no hesitation in | no hesitation about | no qualms about | no qualms in |
        no trouble calling | no trouble seeing | no trouble finding | no difficulty in seeing |
        no difficulty in finding | no difficulty finding | no difficulty seeing | no problem seeing |
        no problem finding | no great skill | no expertise | if ever i saw one | if i ever saw one |
        if ever there was one | by the look of | by the looks of | i bet | i would bet | i stake | i wish |
        am sorry to say | i am sorry to say | sorry to say | sorry to report | i am sorry to report |
        afraid to say | regret to say | i regret to say | i regret to inform | sorry to inform |
        in good conscience | hold me to it | not hold me to it | not hesitate | if i absolutely had to |
        if i absolutely must | if i am honest | if i may say so | if anyone asked me | if i were the reader |
        if it were up to me | if it were my call | if you pin me down | if pinned down | if push comes to shove |
        if i had to bet | if i had to put | if i had to choose | if you twist my arm | if i am to choose |
        if i am to commit | if i may | if that helps | if memory serves | if i may be blunt | if at all |
        if you fold | if you look at | if you compare | if you draw | if you imagine | if you zoom | if you trace |
        if you follow | if you count | if you measure | if you divide | if you cut | if you split | if you go |
        if you take | if you check | if one compares | if one follows | if we compare | if we go | if i compare |
        if i follow | if i go | if i look at | if i zoom in | not be surprised to | not be surprised if |
        not be surprised by | not surprised to | would not surprise me | no surprise | not surprising |
        not surprisingly | no reason to doubt | no reason to question | no reason to disagree | no denying |
        no mistaking | no question about | no doubt about | no getting around | no getting away from |
        no two ways about it | not by accident | not for nothing | not without | nothing short of |
        nothing less than | could not be clearer | could not be plainer | could hardly be clearer | no mere |
        not a mere | not a doubt | never in doubt | not in doubt | not in any doubt | little doubt |
        hardly any doubt | hard to deny | hard to dispute | hard to argue with | difficult to deny |
        impossible to deny | cannot be disputed | cannot be doubted | cannot be argued with | not to be denied |
        not to be doubted | indisputable | undisputed | unquestionable | unquestionably | beyond dispute |
        not open to question | speaks for itself | compared with | compared to | in comparison with |
        in comparison to | by comparison with | in contrast to | in contrast with | relative to | set against |
        side by side with |
        what looks like | what appears to be | what seems to be | what might look like | what may look like |
        what resembles | turned out to be | turns out to be | proved to be | proves to be | as far as i can see |
        as far as i can tell | from what i can see | from what i see | from what i can tell | in my opinion |
        in my view | to my eye | judging from this image | from this slice | from this image | on this slice |
        no wonder | in question |
        can be made | can be diagnosed | can be confirmed | can be established | can be concluded |
        no room for doubt | leaves no room for doubt
        """,
    ),
    *_crossed(
        Cue.IGNORED,
        """
        surrounded by | into | among | amid | adjacent to | next to | beside | away from | bordering | abutting |
        otherwise | surrounding | in contrast to | unlike
        """,
        "normal|the normal",
    ),
    *_pairs(
        Cue.SPEAKS,
        """
        points for | pros of | what speaks for |
        speaks for | speak for | speaking for | argues for | argue for | arguing for | in line with | in favor of |
        would fit | hints of | a hint of | hint of | a suggestion of | the sort of thing | the kind of thing |
        can be seen in | may be seen in | are seen in |
        is also seen in | are also seen in | also occurs in | also occur in | makes me think of | make me think of |
        made me think of | reminds me of | remind me of | brings to mind | bring to mind | points to | point to |
        points towards | points toward | pointing to | compatible with |
        reminiscent of | resembles | resemble
        """,
    ),
    *_crossed(Cue.IGNORED, _enough("grounds | reason | basis | cause | justification"), _TO_CALL),
    *_crossed(
        Cue.IGNORED,
        "no hesitation in | no hesitation about | no qualms about | no trouble | no difficulty | no problem | "
        "no scruples about | confident in | safe in | comfortable",
        "choosing | picking | selecting | calling | saying | answering | labeling | naming | diagnosing | telling",
    ),
    *_pairs(
        Cue.UNDONE,
        """
        wiped out | erased | blotted out | swallowed | swept away | eaten away | crowded out | overrun | invaded |
        unrecognizable | no longer recognizable | hard to recognize | difficult to recognize | torn apart |
        broken up | pushed aside | taken over | is hard to find | are hard to find | is hard to make out |
        are hard to make out | is nowhere to be seen | has given way | have given way | gives way |
        has been replaced | have been replaced | has been destroyed | have been destroyed | has collapsed |
        is buried | are buried | no longer preserved | no longer intact | is upset | are upset |
        is thrown into disarray |
        destroyed | effaced | disrupted | obliterated | replaced | is lost | are lost | is distorted | are distorted |
        distorted by | not preserved | not intact | is not maintained | are not maintained | overgrown | is gone |
        is disturbed | is no longer preserved | has been lost | have been lost
        """,
    ),
    *_pairs(
        Cue.HOLDS,
        """
        and they do | and they have | and it has | and so they do | which they have | and it is so |
        and they are so | shows that it does | shows that it is | shows that they are | shows that they do |
        shows it does | which is what it does | which is what we have | which is what we see | which is what i see |
        which is exactly what | and that is what | and that is the case | and this is the case | and that is so |
        and such is the case | and so they are | and so it is | which is so | as they have | which is the case here |
        which happens to be the case | as turns out to be the case | as is indeed the case | as is the case |
        which it has | which this one is | which this one does | which this one has | and this one has |
        and here there is | and here there are | and there is | and there are | as this one has | as it has |
        which i do | which there is | which there are | and there is one | as i do | as i believe | as i think |
        as here | as is the case here | like this one | like here |
        as in this case | as in this image | as in this one | as this one is | as this one does | which it is |
        which they are | which it does | which they do | which is the case | as it is here | as they are here |
        which holds here | which applies here | and it is | and they are | and it does | and this one is |
        and this one does | as it does here | as it does | as it is | as they do here | as seen here |
        as we see here |
        as is true here | as they are in this image | as it is in this image | as i see here | which is true here |
        and here it is | and here they are
        """,
    ),
    *_crossed(
        Cue.SEARCH,
        " | ".join(
            f"{looked} the {where}"
            for looked in (
                "examined",
                "checked",
                "searched",
                "inspected",
                "reviewed",
                "analyzed",
                "evaluated",
                "scanned",
            )
            for where in ("image", "scan", "mri", "x ray", "picture", "patch", "slide", "lesion", "film", "photo")
        ),
        "for",
    ),
    *_crossed(
        Cue.SEARCH,
        " | ".join(
            f"{when} {what}"
            for when in ("earlier", "previous", "prior", "last", "old", "first")
            for what in phrases(
                "scan | scans | study | studies | film | films | image | images | mri | x ray | biopsy | biopsies | "
                "patch | exam | examination | radiograph | photo | picture"
            )
        ),
        "had | showed | revealed | demonstrated | contained | found | was | were",
    ),
    *_pairs(
        Cue.CONDITION,
        """
        suppose i said | suppose i say | suppose i answered | suppose i called | suppose i picked | suppose i chose |
        suppose i told | imagine i said | imagine i told | imagine i called | say i said | were i to say |
        as long as | so long as | on condition that | only if | supposing | supposing that |
        in case | provided the | provided it | provided there | if | unless | provided that | assuming |
        in the event that | only when | wenn | were there | provided these | provided this | provided they |
        supposing |
        on condition that | on the condition that | as long as | so long as | granted that | given a history of |
        comes down to | boils down to | come down to | rests on whether | stands and falls with |
        in the presence of | in the absence of | should there be | hangs on | hinges on | turns on |
        falls or stands with |
        stands or falls with | presuming | contingent on | contingent upon | conditional on | hinge on |
        hang on whether
        """,
    ),
    *_pairs(
        Cue.REFUSAL,
        """
        sorry | apologize | apologies | as an ai | language model | medical advice |
        no image | no images | image is missing | without an image | without the image |
        without seeing | image was not | image is not available | not see an image | not see the image |
        not see any image | not have access | no access to | not provided an image | not attached | not uploaded |
        unanswerable | provide the image | provide an image | upload the image | upload an image | share the image |
        please upload | please provide | do not know | not know | refer to a | not aware | leave it to |
        leave this to |
        referral | not see image | not have an image | not provided | image not available | image not provided |
        image not found | where is the image | where is the picture | where is the scan | which image |
        refer you to | seek medical | deferred | defer | undeterminable | unassessable | unreadable |
        uninterpretable | non diagnostic | nondiagnostic | not assessable | not interpretable | not evaluable |
        not determinable | not gradable | not readable | no comment | undiagnosable | unclassifiable | unknowable |
        non assessable | not applicable | n / a | unknown | no idea | pass on this | cannot | indeterminable |
        suboptimal quality | poor quality | unable to comply | not classifiable | reserved for | no answer |
        declined | withheld | withhold | postponed | have to pass | will pass | i pass | must pass | guesswork |
        be guessing | i would be guessing | nothing but a guess | nothing more than a guess | no more than a guess |
        no better than a guess | little more than a guess | at best a guess | be a guess | but a guess |
        only speculate | not speculate | would rather not speculate | correlate clinically | please correlate |
        follow up in | recheck in | have it checked | get it checked | have this checked | have it looked at |
        get it looked at | see someone | ask someone | not my call | going to pass | pass | skip | limited by |
        is limited by | not process images | not sure i should | not sure i can | not sure i may | nobody could tell |
        nobody can tell | no one can tell | no one could tell | nobody can say | no one can say | not been trained |
        never been trained | idk | dunno | not qualified | not feel qualified | not my role | not my job |
        not my task | not my field | not my area | not do diagnoses | not make diagnoses | not give diagnoses |
        not offer diagnoses | not provide diagnoses | kann das nicht | nicht beurteilen | lässt sich nicht |
        nicht sagen | ne suis pas médecin | non lo so | no soy médico | não sou médico | non sono un medico |
        bin kein arzt | ne peut pas | no se puede | non si può | não é possível | nicht möglich | too little here |
        for an assessment | to allow an assessment | beyond me |
        outside what i | not reliable | is unreliable |
        are unreliable | pure guess |
        your guess is as good as mine | not want to guess | not want to speculate | not wish to guess |
        not like to guess | not care to guess | mere guess | wild guess | just guessing | only guessing | only guess |
        merely guess | am guessing blindly | pure speculation | mere speculation | be speculation |
        be speculating | be speculative | shot in the dark | guessing game | ne sais pas | no sé | no lo sé |
        weiß nicht | weiß es nicht | weiß ich nicht | non so | não sei | не знаю |
        不知道 | 分かりません | わかりません | 모르겠 |
        insufficient material | insufficient sample | insufficient quality | inadequate sample | limited study |
        will not speculate | only a doctor | only a specialist | only a pathologist | only a radiologist |
        only a dermatologist | cannot replace | not replace | not substitute | no substitute | i give up | need more |
        needs more | no way of knowing | no way of telling | no means of | no basis for | beats me | 无法 | 無法 |
        no lo puedo | no puede determinarse | no puede decirse | no se sabe | no es posible | no tengo |
        no estoy seguro | je ne peux | je ne saurais | ne permet pas | impossible de | difficile de dire |
        difícil decir | difícil de determinar | difícil determinar | schwer zu sagen | nicht zu beurteilen |
        nicht zu sagen | nicht bestimmen | nicht feststellen | nicht entscheiden | nicht beantworten |
        nicht erkennen ob | kann man nicht | kann keine | non è possibile | non sono in grado | impossibile dire |
        difficile dire | não consigo | não dá para | não se pode | não é possível | não sou capaz | imposible |
        picture will not say | picture does not say | image does not say | image will not say | film will not say |
        film does not say | scan does not say | image does not tell | picture does not tell | film does not tell |
        for others to say | for others to judge | for others to decide | for someone else to | not mine |
        someone qualified | somebody qualified | someone trained | somebody trained | someone who is qualified |
        knowledge is limited | underexposed | overexposed | technically inadequate | inadequate film |
        inadequate image | inadequate study | inadequate quality | repeat the film | repeat the scan | repeat film |
        repeat study | repeat imaging | repeat the x ray | repeat the mri | black square | black screen |
        black frame | white square | gray square | nothing but black | would be wrong of me | would be wrong for me |
        excuse me | not do | not en mesure | pas en mesure de | pas en mesure d | ne suis pas capable |
        not answerable | not decidable | not possible for me | would need the image | would need to see |
        is not safe | not advisable | dangerous to | risky to | unsafe to | not something i do | are lost on me |
        is lost on me | the one to tell | the one to say | would need an image | wrong of me to | no eyes |
        not have eyes | lo siento | es tut mir leid | je suis désolé | désolé | desculpe | mi dispiace | ne peux pas |
        no puedo | kann ich nicht | kann nicht | nicht beurteilbar | não posso | non posso | не могу |
        抱歉 | 对不起 | 申し訳 | 죄송 | refuse | abstain | too blurry | out of focus | low resolution |
        not a diagnosis | hands of a | above my pay grade | too little information | too little context |
        lack of information | lack of context | lack of clinical | lack of data | missing information | unanswered |
        impossible to say | hard to say | difficult to say | who knows | no medical training | not medically trained |
        not trained | programmed | guidelines | my policy | my capabilities | my expertise | my training |
        my limitations |
        limits the evaluation | limits evaluation | limits the assessment | limits assessment |
        limits interpretation | limits the interpretation | limit evaluation | hampers |
        not a medical device | i am no doctor | i am no expert | i am no radiologist | i am no physician |
        clinical correlation | no telling | unreliable | general information | image too dark | picture too dark |
        too rotated | is cut off | black image | blank image | empty image | need the image | need an image |
        need the picture | need the x ray | need the scan | not the right one | not the right person |
        not the right tool | not mine to | cannot be fulfilled | cannot be processed | cannot be granted
        """,
    ),
    *_crossed(
        Cue.REFUSAL,
        "uniform|uniformly|entirely|completely|solid|plain|all|just|only a|nothing but a|an empty|a blank|a plain|"
        "a solid|a uniform|a uniformly|a completely|a black|a gray|a white|a uniform gray|a uniform black|"
        "a uniform white|only a black|only a white|only a gray|a single",
        "gray square|black square|white square|rectangle|black rectangle|white rectangle|gray rectangle|"
        "black picture|white picture|blank|black frame|gray frame|white frame|gray field|black field|white field|"
        "gray box|black box|white box|black screen|white screen|noise|static",
    ),
    *_crossed(Cue.REFUSED_SCOPE, _INABILITY, _DECIDE),
    *_pairs(Cue.REFUSED_SCOPE, _INABILITY),
    *_pairs(Cue.REFUSED_SCOPE, _UNWILLING),
    *_crossed(Cue.REFUSED_SCOPE, _UNWILLING, _DECIDE),
    *_crossed(Cue.REFUSED_SCOPE, "cannot be|can not be|could not be|not be|impossible to be", _DECIDED),
    *_crossed(
        Cue.REFUSED_SCOPE,
        "not|never|will not",
        "determine|provide|give|offer|diagnose|interpret|label|speculate|analyze",
    ),
    *_pairs(
        Cue.REFUSED_SCOPE,
        """
        cannot | unable | inability | not enough information | insufficient information | insufficient evidence |
        enough information | not sufficient to | not possible | impossible | unable to tell apart |
        cannot tell apart |
        not enough detail | not enough | insufficient detail | not enough evidence | insufficient data |
        not enough data |
        not provide enough | not provide sufficient | insufficient | cannot be told apart | will not choose |
        will not answer | will not give | will not pick | will not make | will not commit | not choose between |
        not choose | not pick | not guess | will not guess | will not be able to | not tell from | not be reliably |
        no conclusion | no diagnosis can | no diagnosis is possible | no assessment | no determination | no verdict |
        no judgment | no judgement | no statement | no interpretation | no definitive diagnosis | no opinion |
        no reliable | no decision | no firm conclusion | no reliable conclusion | no definite diagnosis | no way of |
        no basis to | no means to | no clear answer | no definitive answer | no diagnostic conclusion |
        medical decision | takes a trained | it takes a | is a matter for | is a job for | is for a | left to |
        best left to |
        task for | job of a | role of a | not answer | remains undetermined | no final diagnosis | no clue
        """,
    ),
    *_crossed(Cue.HEDGE, _INABILITY, _EXCLUDE),
    *_crossed(Cue.HEDGE, _INABILITY, _CONFIRM_OR_EXCLUDE),
    *_crossed(Cue.NOT, _INABILITY, _PERCEIVE),
    *_crossed(Cue.ABSENT, _INABILITY, " | ".join(f"be {word}" for word in phrases(_PERCEIVED))),
    *_pairs(
        Cue.FILLER,
        """
        happy to | glad to | can help | let me | let us | i will | i would be | can see the image |
        can see this image | can assist | looking at the image | here is | look at the image | analyze the image |
        take a look | have a look | closer look | i can help | assist you | be delighted | go ahead | love to | dive |
        great question | good question | my pleasure | understand the question |
        step by step | break down | breakdown | walk you through | walk through | examine the image |
        check the image |
        can do that | would like me to | start by | begin by | can look at 
        """,
    ),
    *_pairs(
        Cue.PART,
        """
        heart | cardiac | mediastinal | mediastinum | ventricles | ventricular | size | bones | bony | contour |
        contours | costophrenic | otherwise normal | normal apart from | normal except for | normal aside from |
        the rest | rest is | skull | diaphragm | silhouette | surrounding | adjacent | trachea |
        soft tissues | sinuses | orbits | elsewhere | remaining | remainder | ribs | spine | rest of |
        differentiation |
        airway | aorta | cerebellum | brainstem | hila | hilar | pleura | fat | skin around | around it | next to
        """,
    ),
    *_pairs(
        Cue.BREAK,
        """
        has turned into | have turned into | turned into | has become | have become | has transformed into |
        has developed into | has evolved into | has progressed to |
        but | however | although | though | yet | while | whereas | nevertheless | nonetheless | because | since |
        so | therefore | thus | hence | despite | except | even so | aber | sondern | pero | sino | mais | ma | mas |
        но | а | 但 | 而是 | that said | on the other hand | as there | as it | as the | given that | given the
        """,
    ),
    *_pairs(
        Cue.CONCLUSION,
        """
        the answer has to be | the answer must be | answer has to be | answer must be | has to be answered |
        must be answered | gets my vote | get my vote | i side with | siding with | put me down for |
        count me in for | i would sooner go with | i would rather go with | my vote goes to | my vote goes for |
        my vote is for | my reply | my response | the reply | the response | that being said | having said that |
        on that basis | on these grounds | on this basis | on those grounds | on that account |
        for practical purposes | to all intents and purposes | outcome : | bottom line : | result : | final result |
        in other words | that is to say | put differently | put another way | put simply | simply put |
        to put it simply | to put it to put it bluntly | to put it to be blunt | to be brief | to be clear |
        in plain words | in plain english | in plain terms | long story short | to cut a long story short |
        cutting to the chase | when all is said and done | at the end of the day | all things considered |
        everything considered | everything taken together | on the whole | by and large | the upshot | upshot |
        the long and the short of it | which leaves | that leaves | leaves us with | leaving | in the end | in sum |
        in total | net result | the net result | the outcome | end result | to wrap up | wrapping up | to finish |
        i conclude | i would conclude | i therefore conclude | we conclude | one can conclude | my conclusion |
        i end up with | i end up at | i end up on | i come down on | i come down in favor of | i land on |
        i land at | i arrive at | i settle for | i decide on | i decide for | i am settling on | i put it down as |
        i file it under | i file this under | i would file it under | makes it | which makes this | which makes it |
        that makes it | that makes this | this makes it | this decides it | that decides it | that settles it |
        this settles it | which settles it |
        in conclusion | conclusion | overall | final answer | in summary | on balance |
        guess : | i am guessing | guessing : | my hunch | hunch : |
        i guess | my guess | i would guess | just a guess | only a guess | educated guess | my bet | my gut feeling |
        gut feeling | my gut says | my feeling | my instinct | best bet |
        my money is on |
        in a word | in brief | in a nutshell | i choose | my answer | final diagnosis | impression | to conclude |
        summary | verdict | bottom line |
        the answer is | correct answer | answer | in short | all in all | taken together | altogether | ans |
        my pick | my choice | my verdict | final choice | i pick | i select | i would choose | i would pick |
        i would select | i am going with | i would go with | i go with | go with | settle on | to sum up |
        assessment |
        diagnosis | i opt for | opt for | i vote for | my vote | i would answer | the better answer | best answer |
        short answer | final verdict | most appropriate | decision | my call | i would call it | respuesta |
        antwort | réponse | resposta | risposta | 答案 | final
        """,
    ),
    *_pairs(
        Cue.CORRECTION,
        """
        turned me to | turns me to | brought me to | brings me to | led me to | leads me to | made me switch to |
        moves me to | won me over to | wins me over to | tipped me to | pushes me to | pushed me to | edit : |
        changing this to | changing it to | changing that to | changing my answer | changing to | i change to |
        i change it to | revise to | revise it to | revise this to | i revise to | switching to | i switch to |
        update : | amend | amending | i amend | erratum | i take back | taking that back | taking it back |
        correcting myself | i correct | let me rephrase | no , make that | stands corrected | no longer think so |
        on rereading | having looked again | having zoomed in | now that i look | now that i zoom in |
        looking once more | after zooming in | upon zooming in |
        actually | correction | on second thought | on second thoughts | on closer inspection | on a second look |
        on second look | wait | scratch that | strike that | i take that back | i take it back | on reflection |
        let me correct | i stand corrected | i was wrong | i was mistaken | my mistake | my bad | no , sorry |
        sorry , i mean | sorry , yes | sorry , make that | sorry , that should be |
        sorry , no | sorry , i meant | i meant | i mean | or rather | rather , | changes my mind | changed my mind |
        change my mind | on closer look | looking again | looking closer | looking more closely |
        looking at it again |
        on further review | upon further review | upon closer inspection | upon reflection | after a second look |
        on re examination | revised answer | revised read | revised reading | revised impression | revised diagnosis |
        revised assessment | revising | i revise | let me revise | to correct myself | oops | whoops |
        hold on | hmm , no | make that | no , wait | after all | in hindsight | upon review | reconsidering |
        i retract |
        no wait | no hold on | no actually | no scratch that | no i mean | no , actually | no , hold on |
        i misspoke | disregard that | ignore that | on closer examination | upon closer examination | apologies ,
        i correct myself | when i look at the rest
        """,
    ),
    *_pairs(
        Cue.INITIAL,
        """
        was my first idea | my first idea | was my first choice | was my first guess | was my first instinct |
        was the first thing | my first reaction | first idea | readers would | people would | many would |
        some would | others would | colleagues would | radiologists would | pathologists would |
        dermatologists would | doctors would | one would say | plenty would | a novice would | a beginner would |
        made me think of | makes one think of | made one think of | reminded me of | had me think of |
        looked at first like | looked like at first | first looked like | might be tempted | may be tempted |
        could be tempted | be tempted | tempted to | might be inclined | could be inclined | would be inclined |
        inclined at first | might be misled | might be fooled | may be fooled | could be fooled | might fool |
        may mislead | would be the obvious | would be the natural | would be the easy | would be the first |
        would have been the | would have been my | would be tempting | is tempting | sounds tempting |
        looks tempting | tempts me | tempting | i would have said | i would have called | would have called |
        would have said | i would have gone with | would have gone with | i was leaning | was leaning |
        leaning at first | had leaned | was about to | i was about to | was tempted | am tempted | i was tempted |
        i started with | started out with | i began with | until i noticed | until i saw | might pass for |
        could pass for | may pass for | passes for | would pass for | superficially | on the surface |
        on the face of it | prima facie | from afar | from a distance | to the untrained eye | at a quick look |
        on a quick look | at first look | at first view | first instinct | my first instinct | initial instinct |
        it seemed | gives the impression of | gave the impression of | may give the impression |
        might give the impression | may suggest | might suggest | could suggest | would suggest at first |
        one is reminded of | reminds one of | invites the diagnosis | invites the label | had me thinking |
        made me think | at one point | for a moment | for a second | to begin with | you could be forgiven |
        one could be forgiven | one could argue | one might argue | some would argue | some might argue |
        one would call | some may call | you may think | you might call |
        initial read | initial reading | initial impression | initial assessment | preliminary | preliminarily |
        initially | at first glance | at first sight | at first | first impression | my first thought | i thought |
        i first thought | my initial | at a glance | considered | i considered | was considered | some might call |
        some would call | might call it |
        one would think | looks like it could be | one might think | one could think | might be mistaken for |
        on first look | on first glance | on first pass | on a first pass | at first pass | first pass |
        i was going to say | i was inclined | seemed to be | appeared to be |
        i had thought | you might think | it is tempting to | tempting to call | tempting to say | i leaned |
        i suspected |
        mistaken for | could be mistaken for | easily mistaken for | mistakable for
        """,
    ),
    *_pairs(
        Cue.OPENER,
        """
        there | it | this | the | which | what | i | we | that | indicating | suggesting | showing | revealing |
        demonstrating | indicates | is | are | appears | looks | rather | but rather | instead | these | those |
        with evidence | just | only | they | both | each | please | you | a specialist
        """,
    ),
    *_pairs(Cue.SHOWS, "shows|reveals|demonstrates|indicates|has|contains|displays|exhibits"),
    *_pairs(Cue.JOINS, "and|or|as well as|/|plus"),
    *_pairs(
        Cue.IGNORED,
        """
        hard to explain without | difficult to explain without | cannot be explained without |
        not be explained without |
        be anything but | cannot be anything but | be anything other than | cannot be anything other than |
        no other diagnosis than | no diagnosis other than | nothing else than | nothing else but | than not |
        no doubt | pathology report | the mole | this mole | that mole | your mole | the moles |
        these moles |
        changing moles |
        suspicious moles | the birthmark | this freckle | able to identify | able to see | able to detect |
        able to find | able to confirm |
        able to determine |
        possible to identify | possible to see | possible to detect | not hesitate to | can only be | could only be |
        without question | without any question | beyond question | beyond any doubt | beyond all doubt |
        can be no doubt | without doubt | without a doubt | without any doubt | not only | not just | no question |
        undoubtedly | it is not surprising | can be seen | can be identified | can be observed | can be found |
        stays as it is | remains as it is | leave it as it is | stay as they are | remain as they are |
        left as it is | stays as is | remains as is |
        fluid in the ventricles | fluid around the brain | strange as it | strange that | blood in the vessels |
        without contrast | non contrast | no contrast | not to be confused | no longer doubt | may i | beyond doubt
        | not uncommon | breast pathology | brain pathology | skin pathology | chest pathology |
        can be visualized | can be appreciated | can be detected | no less than | suspicious for |
        concerning for | concern for | suspicion of | suspicion for | worrisome for | cannot be missed |
        not to be missed | hard to miss | cannot be overlooked | cannot be ignored | cannot miss | difficult to miss |
        impossible to miss | impossible to overlook | nothing other than | none other than | nothing but |
        cannot help but | cannot but | no other explanation than | not resolved |
        not yet resolved | incompletely resolved | not fully resolved | not completely resolved | beyond a doubt |
        cannot be denied | undeniable | leaves no doubt | if i had to | if forced to | if i must | if anything |
        if i have to | if pressed | if forced | if you look | if we look | if i look | if one looks | if you want |
        if needed | if necessary | if i were to | if i had | if it changes | if symptoms |
        if i were pressed | if i was pressed | if i were forced | if i was forced | if i am forced | if i am pressed |
        if you forced me | if you force me | if you made me | if you make me | if you pressed me | if you press me |
        if made to choose | if i were made to | if hard pressed | if i have no choice | if i had no choice |
        if it came down to it | if you insist | if you want me to | if you need an answer | if you need a |
        if you ask me |
        if a choice has to be made | if a choice must be made | if one must | if one had to | if i need to |
        if i needed to | if i really | were i to | were i forced | had i to | if you must know | if obliged to |
        if i am reading | if i am right | if i am looking | if my eyes |
        if in doubt | if possible | if so | if i see | if i am not mistaken | if not mistaken | if i read |
        if i am correct | if asked | as if | even if | unmistakable | without hesitation | other than that |
        no mistaking | no denying | cannot deny | no way around | not merely | not simply | not least |
        none the less |
        in no doubt | no ambiguity | no uncertainty | not unclear | no one would doubt | you may have | could you |
        could i | may not be small | suspected | but not limited to | without hesitation
        """,
    ),
)
