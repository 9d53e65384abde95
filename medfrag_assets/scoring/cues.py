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
    see what | see the scan | be provided | see which | identify which | find out | be of help
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
    encountered | exist | applicable | conspicuous | seem likely | appear likely | observable | warranted | plausible |
    justified
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
        supposed to look | supposed to be | how it should look | how it ought to look | the way it should look |
        the way it is meant to | meant to look | how they should look | how they are supposed to |
        cannot fault it | cannot fault this | hard to fault | nothing acute |
        no acute cardiopulmonary process | no acute process | no acute pathology | no acute change |
        no acute changes | no acute intracranial | nothing focal | nothing infectious | nothing pathological |
        nothing pathologic |
        resting breast | resting lobules | age appropriate |
        rest easy | can rest easy | breathe easy | good news | empty handed | need not worry | should not worry |
        not worry anyone | no worry | no alarm | no call for alarm | no need for alarm | no need for concern |
        no need for action | nothing to fear | nothing to fear here | unexceptional | ordinary enough |
        as clean as a whistle | fit as a fiddle | squeaky clean | all is well | everything is well |
        all in its place | everything in its place | everything is in its place | everything is in place |
        everything in place | all present and correct | nothing grows here | nothing growing |
        nothing that should not | nothing that ought not | what it should be | what one would expect |
        what you would expect | what one expects | what you expect | no different from normal |
        no different from a healthy |
        no departure | no deviation | no fault | no flaw | no flaws | no blemish | no complaints | no complaint |
        no quarrel | nothing is amiss | nothing to add | nothing to remark | nothing noteworthy | nothing to flag |
        nothing that deviates | nothing off | nothing awry | nothing untoward | nothing is off | nothing is awry |
        nothing that should worry | nothing that would concern | nothing nothing
        nothing alarming | nothing that stands out | nothing strikes me | nothing striking |
        nothing of significance | nothing significant | nothing that does not belong | nothing to complain about |
        without blemish | without fault | without flaw | passes muster | pristine | flawless | faultless |
        immaculate | spotless | picture of health | clean bill of health | by the book | textbook normal |
        as healthy as | within the norm | within the range of normal | in perfect order | in good order |
        in good shape | in fine shape | in good health | in order | beyond reproach |
       
        the way one expects | the way they ought | the way it ought | the way a textbook |
        as in a textbook | as a textbook | usual findings | normal range | normal variant | physiological |
        physiologic | norm | well within limits | within limits | average | no concerns | no worries |
        no irregularities | no irregularity | no pathology | nothing to hide | nothing else to report |
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
        seems ok | seems okay | seems fine | appears fine | appears ok | is ok | is okay | are fine |
        no cause for alarm | nothing to be concerned about | not concerned | no need to worry | no reason to worry
        """,
    ),
    *_pairs(
        Cue.ABNORMAL,
        """
        acute changes | acute change | can fault it | fault it on |
        no business in the | no business in this | no business at |
        ought to worry | should worry | worries me | would worry | concerns me |
        no business being there | no business being here |
        normal is something else | normal is another matter | normal is different |
        normal looks different | normal would look different | normal looks otherwise |
        normal does not look like this | different from normal | different from what is normal | not how it should |
        not the way it should | not as it ought to | not what it should be | not where it should be |
        not where they should be | not where it belongs | not where they belong | no longer normal | bad news |
        cause for worry | cause for alarm | reason to worry | reason for worry | need for action | needs attention |
        anything of interest | anything of note | anything remarkable | anything untoward | anything noteworthy |
        anything to report | anything out of place | anything off | anything that does not belong | anything awry |
        anything striking | anything out of order | out of place | out of order | out of line | amiss | awry |
        untoward | not belong here | does not belong | do not belong | not supposed to be |
        departs from the norm | departure from the norm | departs from normal |
        deviates from the norm | deviates from normal | deviation from normal | deviates from | something amiss |
        something untoward | something foreign | something abnormal | something else going on | off the mark |
        outside normal limits | outside the normal range | outside the norm | beyond normal limits |
        exceeds normal limits | exceeds the norm | abnormally large | a cause for alarm | disquieting |
        ominous | sinister | disturbing | morbid | ill | sick | malformed | defective | dysplastic |
        wrong with it | wrong with this |
        abnormal | abnormality | abnormalities | abnormally | pathological | pathology | pathologic | unhealthy |
        unusual | suspicious | concerning | disease | diseased | abnormal findings | abnormal finding | atypical |
        acute process | acute disease | acute cardiopulmonary disease | acute cardiopulmonary process | acute finding |
        acute findings | acute abnormality | acute pathology | aberrant | anomalous | anomaly | anomalies |
        out of the ordinary | something wrong | something is wrong | worrisome | worrying |
        something is off | something off | something is not right | something not right | looks off |
        anything wrong | anything abnormal | anything unusual | anything amiss | anything suspicious |
        anything out of the ordinary | anything to worry about | anything concerning | anything worrying |
        should not be there | not belong there |
        anything that would worry me | anything that worries me | cause for concern |
        reason for concern | not right | alarming |
        not quite right | not as it should be | not as they should be | suspicious for disease | anomalie | anomalía |
        anomalías | anomalia | auffälligkeit | auffälligkeiten | anormal | anormales |
        anormale | auffällig | krankhaft | anomalo | patologico | патология | 异常 | 異常 | 不正常
        """,
    ),
    *_pairs(
        Cue.FINDING,
        """
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
        where none should be | where nothing should be | where there should be none |
        where it belongs | where they belong | where it ought to be | where it should be | where they should be |
        where they ought to be | where one expects them | where one expects it | in place | in position |
        in the midline | in the middle |
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
        no | none | nothing | neither | nor | never | zero | nobody | kein | keine | keinen | keinerlei | keiner | sin |
        sans | pas de | pas d | aucun | aucune | nessun | nessuna | nessuno | senza | sem | nenhum | nenhuma | ningún |
        ninguna | no hay | no se observa | no se ve | não há | ohne | geen | inga | ingen | brak | нет | без | 没有 |
        沒有 | 无 | 無 | 未见 | 未見 | no single
        """,
    ),
    *_pairs(
        Cue.NOT,
        """
        acquit it of | acquit this of | acquits this of | acquits the lesion of | clear it of | clear this of |
        clears this of | frees it of | frees it from | all that is left of | all that remains of | what is left of |
        what remains of | below the threshold for | under the threshold for | below the cut off for |
        below the cutoff for | below the threshold of | short of the threshold for | not reach the threshold for |
        not meet the threshold for | below the bar for | below what is needed for | below the limit for |
        far below the threshold for | no argument for | no arguments for | not an argument for | talk myself into |
        could not be less | could hardly be less | could not look less | anything less than |
        clears him of | clears her of | clears the patient of | clears the lungs of | clears them of |
        nothing remains of | nothing is left of | nothing left of | little remains of | little is left of |
        nothing speaks for | nothing argues for | nothing points to | nothing points towards | nothing supports |
        little speaks for | nothing in favor of | nothing to support | nothing for | lying if i said |
        lying if i called |
        no business being called | no business being labeled | surprised to hear | surprised to learn |
        surprised to find | surprised to see | surprised to be told | surprised to read | surprised by |
        astonished if | astonished to | amazed if | shocked if | cannot give it a | cannot give this a |
        could not give it a | would not give it a | would not give this a | could not give this a |
        nobody would mistake this for | no one would mistake this for | not to be mistaken for |
        not be mistaken for | not be confused with | too far from | no friend of | nothing of | no hallmark of |
        no hallmarks of | none of the hallmarks of | none of the features of | none of the signs of |
        none of the none of the criteria of | none of the makings of | not the makings of |
        no taste of | no whiff of | no shadow of | no suggestion of | no suspicion of | no hint of | no trace of |
        no mention of | no room for | little room for | leaves no room for | leaves little room for | no place for |
        no space for | cleared of | acquitted of | not guilty of | absolves it of | stops short of | stop short of |
        falls short of | fall short of | fell short of | short of being | nowhere near being | nowhere near |
        not close to | not even close to |
        no right to be |
        a long way from | a long way off | a world away from | miles from | miles away from | nowhere close to |
        would not diagnose | not diagnose | would not file | would not accept | would not describe |
        would not classify | would not regard | would not consider | would not report | would not sign |
        would not certify | would not pass | not a case of | no case of | no candidate for | not a candidate for |
        without meeting | without meeting a single | without finding | without seeing | without encountering |
        without detecting | without coming across | without running into | not come across | not met with |
        have yet to see | has yet to show | yet to find | stopped being | has stopped being | ceased to be |
        has ceased to be | no longer | used up | rid of | cured of |
        left no trace of | too regular for | too smooth for | too symmetric for | too symmetrical for |
        too uniform for | too irregular for | too chaotic for | too large for | too crowded for | too ragged for |
        too dense for | too white for | too dark for | too many colors for | too much for | too little for |
        too orderly for | too disordered for | too good for | cannot possibly be | can hardly be | could hardly be |
        can scarcely be | can not be | there can be no | can be no | cannot be |
        unusual for | unusual in | odd for | odd in | strange for | strange in |
        uncharacteristic for | uncharacteristic in | unexpected for | unexpected in | surprising for |
        surprising in | uncommon for | uncommon in | unheard of for | unheard of in | unknown for | unknown in |
        peculiar for | peculiar in | unnatural for | unnatural in | improper for | improper in | wrong for |
        wrong in | uncharacteristic of | untypical in | atypical in | the opposite of | the reverse of |
        the contrary of | opposite of | a far cry from | at odds with | foreign to | alien to | out of place in |
        no place in | not a feature of | not characteristic of | not the picture of | not seen in | not found in |
        not expected in | not happen in | not occur in | not belong in | not belong to | never occurs in |
        never happens in | never seen in | never found in | never see in | not see in | not find in |
        not expect in | not part of | cannot happen in | contradicts | contradict | contradicting | disproves |
        refutes | refute | belies | belie | in conflict with | conflicts with | conflict with | does not fit |
        not fit | not fit with | not go with | not match | not agree with | not square with | not tally with |
        not compatible with | not consistent with | not in keeping with | not in line with | out of keeping with |
        casts doubt on | cast doubt on | tells against | militates against | militate against | weighs against |
        weigh against | counts against | count against | is against | are against | rule against | goes against |
        go against | evidence against | the case against | clears it of | nothing to do with |
        nothing in common with | bears no resemblance to | no resemblance to | nothing like | looks nothing like |
        look nothing like | not the look of | void of | bare of | clean of | empty of | exempt from | spared by |
        untouched by | unaffected by | innocent of | short of | in the absence of | with no trace of |
        without a trace of | without any trace of | not a trace of | not a sign of | not a hint of |
        not a shred of | not a single | not so much as a | not one | not enough for | not enough to call |
        hard put to find | have to invent | would have to be invented | no case for | no basis for calling |
        failed to find | fails to find | fails to show | failed to show | fail to see | failed to reveal |
        fails to reveal | fails to meet | do not meet criteria for | not meet criteria for |
        not meet the criteria for | not meet the criteria of | not satisfy the criteria for | not amount to |
        not add up to | not qualify as | not count as | not deserve the name | not merit the label |
        not warrant the label | never mind | let alone | and yet no | would not say |
        would not speak of | would not call this | would not call it | would not call that | would not label |
        would not pick | would not choose | would not select | would not take | would not go for |
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
        surprised if | lying if | hard to imagine | difficult to imagine | cannot imagine | hard to believe |
        hard to see how |
        cannot say it is | cannot say this is | cannot say that it is | cannot say that this is | cannot say there is |
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
    *_pairs(
        Cue.ABSENT,
        """
        crumbles | evaporates | melts away | melted away | has melted away | have melted away | goes up in smoke |
        bites the dust | goes by the board | without being one | but is none | not be one | not one itself |
        is just a scar | is only a scar |
        : 0 | the last thing | last on my list | bottom of my list | far down the list | bottom of the list |
        not come true | did not come true | not verified | not be verified | not be substantiated |
        not be borne out | not be upheld | not upheld |
        proves unfounded | proves groundless | proves baseless | proves unjustified | proved unfounded |
        proved groundless | proved baseless | proved unjustified | turned out unfounded | turned out groundless |
        turned out baseless | turned out unjustified | turns out unfounded | turns out groundless |
        turns out baseless | turns out unjustified | turned out to be unfounded | turned out to be groundless |
        turned out to be baseless | turned out to be unjustified | proves to be unfounded |
        proves to be groundless | proves to be baseless | proves to be unjustified | remains unfounded |
        remains groundless | remains baseless | remains unjustified | is groundless | is baseless |
        proves negative | turned out negative | proves false | is history | unexplained | unaccounted for |
        has no leg to stand on | is dead in the water |
        would be the exception | would be an exception | would be a rarity | would be exceptional | would be rare |
        would be unusual | would be most unusual | would be very unusual | would be unheard of | would be atypical |
        would be unexpected |
        not come into it | off the list | is off the list | out of the running | a non starter | no candidate |
        not in the running | not in the picture | not in the cards | not on the cards | not on the table |
        not at issue | not in play | not what we are looking at | not what i am looking at |
        not what you are looking at | not the story here | not to blame | not the culprit | not the explanation |
        not the cause | not behind this | not behind it | not hiding | not lurking | not hide here | not come back |
        not returned | not recurred | not grown back | not reappeared | not regrown | not live here |
        not lived here | nothing going for it | not a contender | not a candidate | not a serious option |
        not a serious possibility | not a real possibility | not a live option | not a realistic option |
        not on my list | not on my mind | not hold here | not apply here | not do it justice | not work here |
        not work | not make sense | makes no sense | make no sense | makes little sense | is ruled out by |
        is excluded by | cannot explain this | cannot explain it | cannot account for it | cannot account for this |
        cannot account for | not account for | explains nothing | falls apart | falls down | collapses here |
        is a red herring | is a false alarm | false alarm | red herring | would be an artifact |
        left no trace | has left no trace | have left no trace | leaves no trace | nothing remains | has ceased |
        has stopped | died out | not one of them | not one of these | not one of those | not among them |
        is not among them | not among these | so is not | remains unproven | remains unconfirmed | can be no |
        not support it | not support this | not support that | not bear it out | not bear this out |
        not bear that out | not back it up | not back that up | not back this up | not justify it |
        not justify that | not justify this | not warrant it | not warrant that | not agree with that |
        not agree with it | not agree with this | not point that way | not point to it | not go with it |
        not show that | not show it | not show them | not show one | not show any | not show either |
        not show such | not have any | not have one | not have it | not have that | not contain any |
        not contain one | not contain it | not materialize | not exist | not stand up | not stand | not survive |
        not hold up | not hold water | not pan out | not add up | not come into question | not come into play |
        not enter into it | not enter the picture | not figure | not feature | not belong here | not live up to |
        not meet the criteria | not meet that description | not deserve that | not deserve the name | not qualify |
        not what i see | not what i find | not what this shows | not what we have here | not what we see |
        not what you see | not the case here | not my impression | not my reading | not my diagnosis |
        not my conclusion | not my pick | not my answer | not the diagnosis | not the finding | not the one |
        not borne out | not confirmable | not tenable | not convincing | not credible | not to be had | not met |
        is nil | is zero | is nonexistent | is non existent | is wanting | is nowhere | is unsupported |
        is unsubstantiated | is unfounded | is not there | is missing here | is disproved | is disproven |
        is refuted | is contradicted | is unconvincing | is nowhere to be found | is far fetched |
        is a stretch | is a long shot | is off the cards | is unwarranted | is unjustified | is untenable |
        is spared | are nil | are zero | are nonexistent | are non existent | are wanting | are nowhere |
        are unsupported | are unsubstantiated | are unfounded | are not there | are missing here | are disproved |
        are disproven | are refuted | are contradicted | are unconvincing | are nowhere to be found |
        are far fetched | are a stretch | are a long shot | are off the cards | are unwarranted | are unjustified |
        are untenable | are spared | was nil | was zero | was nonexistent | was non existent | was lacking |
        was wanting | was nowhere | was unsupported | was unsubstantiated | was unfounded | was not there |
        was missing here | was disproved | was disproven | was refuted | was contradicted | was unconvincing |
        was nowhere to be found | was far fetched | was a stretch | was a long shot |
        was off the cards | was unwarranted | was unjustified | was untenable | was spared | were nil | were zero |
        were nonexistent | were non existent | were lacking | were wanting | were nowhere | were unsupported |
        were unsubstantiated | were unfounded | were not there | were missing here | were disproved |
        were disproven | were refuted | were contradicted | were unconvincing | were nowhere to be found |
        were far fetched | were a stretch | were a long shot | were off the cards |
        were unwarranted | were unjustified | were untenable | were spared | comes up empty | came up empty |
        come up empty | comes to nothing | came to nothing | draws a blank | drew a blank | in vain | to no avail |
        without success | without result | unsuccessful | fruitless | nowhere to be found | nowhere in sight |
        nowhere visible | does not exist | do not exist | escapes me | has no place | have no place | has no basis |
        has no foundation | has nothing going for it | falls away | falls flat | drops out | falls through |
        falls short | goes out the window | can be struck out | can be crossed out | can be crossed off |
        can be struck off | can be set aside | can be put aside | can be laid to rest | can be dropped |
        can be forgotten | can be disregarded | can be rejected | may be discarded | may be dismissed |
        may be ruled out | would surprise me | would astonish me | would amaze me | would shock me |
        would be a surprise | would come as a surprise | would be surprising | would be news to me |
        would be hard to justify | would be hard to defend | would be hard to argue | loses out | is ruled out |
        are ruled out | is excluded | are excluded | is dismissed | is rejected | less probable | less convincing |
        less fitting | less apt | less suitable | least likely | is improbable | has been excluded |
        has been ruled out | have been excluded | have been ruled out | were excluded | was excluded |
        was ruled out | to none | close to zero | near zero | next to nothing | practically zero | virtually zero |
        is inconceivable | unthinkable | inconceivable |
        is unimaginable | has disappeared | have disappeared | has vanished | have vanished | has resolved |
        have resolved | has subsided |
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
    *_crossed(Cue.ABSENT, "not|not be|never|no longer|nor|not being|not been|not to be", _PRESENT),
    *_pairs(
        Cue.WRONG,
        """
        is the last word | would be the last word | is the last thing | would be the last thing | is the last name |
        would be an overcall | would be an overdiagnosis | would be an error | would be an blunder |
        would be an misreading | would be an misdiagnosis | would be an misread | would be an mistake |
        would be an fallacy | would be an stretch | would be an slip | would be an misnomer |
        would be an disservice | would be an undercall | would be an lie | would be an distortion |
        would be an misjudgment | would be an miscall | would be a overcall | would be a overdiagnosis |
        would be a exaggeration | would be a error | would be a blunder | would be a misreading |
        would be a misdiagnosis | would be a misread | would be a mistake | would be a overstatement |
        would be a fallacy | would be a slip | would be a disservice | would be a undercall | would be a lie |
        would be a distortion | would be a misjudgment | would be a miscall | would be a grave overcall |
        would be a grave overdiagnosis | would be a grave exaggeration | would be a grave error |
        would be a grave blunder | would be a grave misreading | would be a grave misdiagnosis |
        would be a grave misread | would be a grave mistake | would be a grave overstatement |
        would be a grave fallacy | would be a grave stretch | would be a grave slip | would be a grave misnomer |
        would be a grave disservice | would be a grave undercall | would be a grave lie |
        would be a grave distortion | would be a grave misjudgment | would be a grave miscall |
        would be a serious overcall | would be a serious overdiagnosis | would be a serious exaggeration |
        would be a serious error | would be a serious blunder | would be a serious misreading |
        would be a serious misdiagnosis | would be a serious misread | would be a serious mistake |
        would be a serious overstatement | would be a serious fallacy | would be a serious stretch |
        would be a serious slip | would be a serious misnomer | would be a serious disservice |
        would be a serious undercall | would be a serious lie | would be a serious distortion |
        would be a serious misjudgment | would be a serious miscall | would be a bad overcall |
        would be a bad overdiagnosis | would be a bad exaggeration | would be a bad error | would be a bad blunder |
        would be a bad misreading | would be a bad misdiagnosis | would be a bad misread | would be a bad mistake |
        would be a bad overstatement | would be a bad fallacy | would be a bad stretch | would be a bad slip |
        would be a bad misnomer | would be a bad disservice | would be a bad undercall | would be a bad lie |
        would be a bad distortion | would be a bad misjudgment | would be a bad miscall | would be a big overcall |
        would be a big overdiagnosis | would be a big exaggeration | would be a big error | would be a big blunder |
        would be a big misreading | would be a big misdiagnosis | would be a big misread | would be a big mistake |
        would be a big overstatement | would be a big fallacy | would be a big stretch | would be a big slip |
        would be a big misnomer | would be a big disservice | would be a big undercall | would be a big lie |
        would be a big distortion | would be a big misjudgment | would be a big miscall |
        would be a clear overcall | would be a clear overdiagnosis | would be a clear exaggeration |
        would be a clear error | would be a clear blunder | would be a clear misreading |
        would be a clear misdiagnosis | would be a clear misread | would be a clear mistake |
        would be a clear overstatement | would be a clear fallacy | would be a clear stretch |
        would be a clear slip | would be a clear misnomer | would be a clear disservice |
        would be a clear undercall | would be a clear lie | would be a clear distortion |
        would be a clear misjudgment | would be a clear miscall | would be a gross overcall |
        would be a gross overdiagnosis | would be a gross exaggeration | would be a gross error |
        would be a gross blunder | would be a gross misreading | would be a gross misdiagnosis |
        would be a gross misread | would be a gross mistake | would be a gross overstatement |
        would be a gross fallacy | would be a gross stretch | would be a gross slip | would be a gross misnomer |
        would be a gross disservice | would be a gross undercall | would be a gross lie |
        would be a gross distortion | would be a gross misjudgment | would be a gross miscall |
        would be an obvious overcall | would be an obvious overdiagnosis | would be an obvious exaggeration |
        would be an obvious error | would be an obvious blunder | would be an obvious misreading |
        would be an obvious misdiagnosis | would be an obvious misread | would be an obvious mistake |
        would be an obvious overstatement | would be an obvious fallacy | would be an obvious stretch |
        would be an obvious slip | would be an obvious misnomer | would be an obvious disservice |
        would be an obvious undercall | would be an obvious lie | would be an obvious distortion |
        would be an obvious misjudgment | would be an obvious miscall | would be simply a overcall |
        would be simply a overdiagnosis | would be simply a exaggeration | would be simply a error |
        would be simply a blunder | would be simply a misreading | would be simply a misdiagnosis |
        would be simply a misread | would be simply a mistake | would be simply a overstatement |
        would be simply a fallacy | would be simply a stretch | would be simply a slip |
        would be simply a misnomer | would be simply a disservice | would be simply a undercall |
        would be simply a lie | would be simply a distortion | would be simply a misjudgment |
        would be simply a miscall | would be a real overcall | would be a real overdiagnosis |
        would be a real exaggeration | would be a real error | would be a real blunder |
        would be a real misreading | would be a real misdiagnosis | would be a real misread |
        would be a real mistake | would be a real overstatement | would be a real fallacy |
        would be a real stretch | would be a real slip | would be a real misnomer | would be a real disservice |
        would be a real undercall | would be a real lie | would be a real distortion | would be a real misjudgment |
        would be a real miscall | would be clearly a overcall | would be clearly a overdiagnosis |
        would be clearly a exaggeration | would be clearly a error | would be clearly a blunder |
        would be clearly a misreading | would be clearly a misdiagnosis | would be clearly a misread |
        would be clearly a mistake | would be clearly a overstatement | would be clearly a fallacy |
        would be clearly a stretch | would be clearly a slip | would be clearly a misnomer |
        would be clearly a disservice | would be clearly a undercall | would be clearly a lie |
        would be clearly a distortion | would be clearly a misjudgment | would be clearly a miscall |
        would be plainly a overcall | would be plainly a overdiagnosis | would be plainly a exaggeration |
        would be plainly a error | would be plainly a blunder | would be plainly a misreading |
        would be plainly a misdiagnosis | would be plainly a misread | would be plainly a mistake |
        would be plainly a overstatement | would be plainly a fallacy | would be plainly a stretch |
        would be plainly a slip | would be plainly a misnomer | would be plainly a disservice |
        would be plainly a undercall | would be plainly a lie | would be plainly a distortion |
        would be plainly a misjudgment | would be plainly a miscall | is an overcall | is an overdiagnosis |
        is an exaggeration | is an error | is an blunder | is an misreading | is an misdiagnosis | is an misread |
        is an mistake | is an overstatement | is an fallacy | is an stretch | is an slip | is an misnomer |
        is an disservice | is an undercall | is an lie | is an distortion | is an misjudgment | is an miscall |
        is a overcall | is a overdiagnosis | is a exaggeration | is a error | is a blunder | is a misreading |
        is a misdiagnosis | is a misread | is a mistake | is a overstatement | is a fallacy | is a stretch |
        is a slip | is a disservice | is a undercall | is a lie | is a distortion | is a misjudgment |
        is a miscall | is a grave overcall | is a grave overdiagnosis | is a grave exaggeration | is a grave error |
        is a grave blunder | is a grave misreading | is a grave misdiagnosis | is a grave misread |
        is a grave mistake | is a grave overstatement | is a grave fallacy | is a grave stretch | is a grave slip |
        is a grave misnomer | is a grave disservice | is a grave undercall | is a grave lie |
        is a grave distortion | is a grave misjudgment | is a grave miscall | is a serious overcall |
        is a serious overdiagnosis | is a serious exaggeration | is a serious error | is a serious blunder |
        is a serious misreading | is a serious misdiagnosis | is a serious misread | is a serious mistake |
        is a serious overstatement | is a serious fallacy | is a serious stretch | is a serious slip |
        is a serious misnomer | is a serious disservice | is a serious undercall | is a serious lie |
        is a serious distortion | is a serious misjudgment | is a serious miscall | is a bad overcall |
        is a bad overdiagnosis | is a bad exaggeration | is a bad error | is a bad blunder | is a bad misreading |
        is a bad misdiagnosis | is a bad misread | is a bad mistake | is a bad overstatement | is a bad fallacy |
        is a bad stretch | is a bad slip | is a bad misnomer | is a bad disservice | is a bad undercall |
        is a bad lie | is a bad distortion | is a bad misjudgment | is a bad miscall | is a big overcall |
        is a big overdiagnosis | is a big exaggeration | is a big error | is a big blunder | is a big misreading |
        is a big misdiagnosis | is a big misread | is a big mistake | is a big overstatement | is a big fallacy |
        is a big stretch | is a big slip | is a big misnomer | is a big disservice | is a big undercall |
        is a big lie | is a big distortion | is a big misjudgment | is a big miscall | is a clear overcall |
        is a clear overdiagnosis | is a clear exaggeration | is a clear error | is a clear blunder |
        is a clear misreading | is a clear misdiagnosis | is a clear misread | is a clear mistake |
        is a clear overstatement | is a clear fallacy | is a clear stretch | is a clear slip | is a clear misnomer |
        is a clear disservice | is a clear undercall | is a clear lie | is a clear distortion |
        is a clear misjudgment | is a clear miscall | is a gross overcall | is a gross overdiagnosis |
        is a gross exaggeration | is a gross error | is a gross blunder | is a gross misreading |
        is a gross misdiagnosis | is a gross misread | is a gross mistake | is a gross overstatement |
        is a gross fallacy | is a gross stretch | is a gross slip | is a gross misnomer | is a gross disservice |
        is a gross undercall | is a gross lie | is a gross distortion | is a gross misjudgment |
        is a gross miscall | is an obvious overcall | is an obvious overdiagnosis | is an obvious exaggeration |
        is an obvious error | is an obvious blunder | is an obvious misreading | is an obvious misdiagnosis |
        is an obvious misread | is an obvious mistake | is an obvious overstatement | is an obvious fallacy |
        is an obvious stretch | is an obvious slip | is an obvious misnomer | is an obvious disservice |
        is an obvious undercall | is an obvious lie | is an obvious distortion | is an obvious misjudgment |
        is an obvious miscall | is simply a overcall | is simply a overdiagnosis | is simply a exaggeration |
        is simply a error | is simply a blunder | is simply a misreading | is simply a misdiagnosis |
        is simply a misread | is simply a mistake | is simply a overstatement | is simply a fallacy |
        is simply a stretch | is simply a slip | is simply a misnomer | is simply a disservice |
        is simply a undercall | is simply a lie | is simply a distortion | is simply a misjudgment |
        is simply a miscall | is a real overcall | is a real overdiagnosis | is a real exaggeration |
        is a real error | is a real blunder | is a real misreading | is a real misdiagnosis | is a real misread |
        is a real mistake | is a real overstatement | is a real fallacy | is a real stretch | is a real slip |
        is a real misnomer | is a real disservice | is a real undercall | is a real lie | is a real distortion |
        is a real misjudgment | is a real miscall | is clearly a overcall | is clearly a overdiagnosis |
        is clearly a exaggeration | is clearly a error | is clearly a blunder | is clearly a misreading |
        is clearly a misdiagnosis | is clearly a misread | is clearly a mistake | is clearly a overstatement |
        is clearly a fallacy | is clearly a stretch | is clearly a slip | is clearly a misnomer |
        is clearly a disservice | is clearly a undercall | is clearly a lie | is clearly a distortion |
        is clearly a misjudgment | is clearly a miscall | is plainly a overcall | is plainly a overdiagnosis |
        is plainly a exaggeration | is plainly a error | is plainly a blunder | is plainly a misreading |
        is plainly a misdiagnosis | is plainly a misread | is plainly a mistake | is plainly a overstatement |
        is plainly a fallacy | is plainly a stretch | is plainly a slip | is plainly a misnomer |
        is plainly a disservice | is plainly a undercall | is plainly a lie | is plainly a distortion |
        is plainly a misjudgment | is plainly a miscall | was an overcall | was an overdiagnosis |
        was an exaggeration | was an blunder | was an misreading | was an misdiagnosis | was an misread |
        was an mistake | was an overstatement | was an fallacy | was an stretch | was an slip | was an misnomer |
        was an disservice | was an undercall | was an lie | was an distortion | was an misjudgment |
        was an miscall | was a overcall | was a overdiagnosis | was a exaggeration | was a error | was a blunder |
        was a misreading | was a misdiagnosis | was a misread | was a overstatement | was a fallacy |
        was a stretch | was a misnomer | was a disservice | was a undercall | was a lie | was a distortion |
        was a misjudgment | was a miscall | was a grave overcall | was a grave overdiagnosis |
        was a grave exaggeration | was a grave error | was a grave blunder | was a grave misreading |
        was a grave misdiagnosis | was a grave misread | was a grave mistake | was a grave overstatement |
        was a grave fallacy | was a grave stretch | was a grave slip | was a grave misnomer |
        was a grave disservice | was a grave undercall | was a grave lie | was a grave distortion |
        was a grave misjudgment | was a grave miscall | was a serious overcall | was a serious overdiagnosis |
        was a serious exaggeration | was a serious error | was a serious blunder | was a serious misreading |
        was a serious misdiagnosis | was a serious misread | was a serious mistake | was a serious overstatement |
        was a serious fallacy | was a serious stretch | was a serious slip | was a serious misnomer |
        was a serious disservice | was a serious undercall | was a serious lie | was a serious distortion |
        was a serious misjudgment | was a serious miscall | was a bad overcall | was a bad overdiagnosis |
        was a bad exaggeration | was a bad error | was a bad blunder | was a bad misreading |
        was a bad misdiagnosis | was a bad misread | was a bad mistake | was a bad overstatement |
        was a bad fallacy | was a bad stretch | was a bad slip | was a bad misnomer | was a bad disservice |
        was a bad undercall | was a bad lie | was a bad distortion | was a bad misjudgment | was a bad miscall |
        was a big overcall | was a big overdiagnosis | was a big exaggeration | was a big error |
        was a big blunder | was a big misreading | was a big misdiagnosis | was a big misread | was a big mistake |
        was a big overstatement | was a big fallacy | was a big stretch | was a big slip | was a big misnomer |
        was a big disservice | was a big undercall | was a big lie | was a big distortion | was a big misjudgment |
        was a big miscall | was a clear overcall | was a clear overdiagnosis | was a clear exaggeration |
        was a clear error | was a clear blunder | was a clear misreading | was a clear misdiagnosis |
        was a clear misread | was a clear mistake | was a clear overstatement | was a clear fallacy |
        was a clear stretch | was a clear slip | was a clear misnomer | was a clear disservice |
        was a clear undercall | was a clear lie | was a clear distortion | was a clear misjudgment |
        was a clear miscall | was a gross overcall | was a gross overdiagnosis | was a gross exaggeration |
        was a gross error | was a gross blunder | was a gross misreading | was a gross misdiagnosis |
        was a gross misread | was a gross mistake | was a gross overstatement | was a gross fallacy |
        was a gross stretch | was a gross slip | was a gross misnomer | was a gross disservice |
        was a gross undercall | was a gross lie | was a gross distortion | was a gross misjudgment |
        was a gross miscall | was an obvious overcall | was an obvious overdiagnosis | was an obvious exaggeration |
        was an obvious error | was an obvious blunder | was an obvious misreading | was an obvious misdiagnosis |
        was an obvious misread | was an obvious mistake | was an obvious overstatement | was an obvious fallacy |
        was an obvious stretch | was an obvious slip | was an obvious misnomer | was an obvious disservice |
        was an obvious undercall | was an obvious lie | was an obvious distortion | was an obvious misjudgment |
        was an obvious miscall | was simply a overcall | was simply a overdiagnosis | was simply a exaggeration |
        was simply a error | was simply a blunder | was simply a misreading | was simply a misdiagnosis |
        was simply a misread | was simply a mistake | was simply a overstatement | was simply a fallacy |
        was simply a stretch | was simply a slip | was simply a misnomer | was simply a disservice |
        was simply a undercall | was simply a lie | was simply a distortion | was simply a misjudgment |
        was simply a miscall | was a real overcall | was a real overdiagnosis | was a real exaggeration |
        was a real error | was a real blunder | was a real misreading | was a real misdiagnosis |
        was a real misread | was a real mistake | was a real overstatement | was a real fallacy |
        was a real stretch | was a real slip | was a real misnomer | was a real disservice | was a real undercall |
        was a real lie | was a real distortion | was a real misjudgment | was a real miscall |
        was clearly a overcall | was clearly a overdiagnosis | was clearly a exaggeration | was clearly a error |
        was clearly a blunder | was clearly a misreading | was clearly a misdiagnosis | was clearly a misread |
        was clearly a mistake | was clearly a overstatement | was clearly a fallacy | was clearly a stretch |
        was clearly a slip | was clearly a misnomer | was clearly a disservice | was clearly a undercall |
        was clearly a lie | was clearly a distortion | was clearly a misjudgment | was clearly a miscall |
        was plainly a overcall | was plainly a overdiagnosis | was plainly a exaggeration | was plainly a error |
        was plainly a blunder | was plainly a misreading | was plainly a misdiagnosis | was plainly a misread |
        was plainly a mistake | was plainly a overstatement | was plainly a fallacy | was plainly a stretch |
        was plainly a slip | was plainly a misnomer | was plainly a disservice | was plainly a undercall |
        was plainly a lie | was plainly a distortion | was plainly a misjudgment | was plainly a miscall |
        would have been an overcall | would have been an overdiagnosis | would have been an exaggeration |
        would have been an error | would have been an blunder | would have been an misreading |
        would have been an misdiagnosis | would have been an misread | would have been an mistake |
        would have been an overstatement | would have been an fallacy | would have been an stretch |
        would have been an slip | would have been an misnomer | would have been an disservice |
        would have been an undercall | would have been an lie | would have been an distortion |
        would have been an misjudgment | would have been an miscall | would have been a overcall |
        would have been a overdiagnosis | would have been a exaggeration | would have been a error |
        would have been a blunder | would have been a misreading | would have been a misdiagnosis |
        would have been a misread | would have been a mistake | would have been a overstatement |
        would have been a fallacy | would have been a stretch | would have been a slip |
        would have been a misnomer | would have been a disservice | would have been a undercall |
        would have been a lie | would have been a distortion | would have been a misjudgment |
        would have been a miscall | would have been a grave overcall | would have been a grave overdiagnosis |
        would have been a grave exaggeration | would have been a grave error | would have been a grave blunder |
        would have been a grave misreading | would have been a grave misdiagnosis |
        would have been a grave misread | would have been a grave mistake | would have been a grave overstatement |
        would have been a grave fallacy | would have been a grave stretch | would have been a grave slip |
        would have been a grave misnomer | would have been a grave disservice | would have been a grave undercall |
        would have been a grave lie | would have been a grave distortion | would have been a grave misjudgment |
        would have been a grave miscall | would have been a serious overcall |
        would have been a serious overdiagnosis | would have been a serious exaggeration |
        would have been a serious error | would have been a serious blunder | would have been a serious misreading |
        would have been a serious misdiagnosis | would have been a serious misread |
        would have been a serious mistake | would have been a serious overstatement |
        would have been a serious fallacy | would have been a serious stretch | would have been a serious slip |
        would have been a serious misnomer | would have been a serious disservice |
        would have been a serious undercall | would have been a serious lie | would have been a serious distortion |
        would have been a serious misjudgment | would have been a serious miscall | would have been a bad overcall |
        would have been a bad overdiagnosis | would have been a bad exaggeration | would have been a bad error |
        would have been a bad blunder | would have been a bad misreading | would have been a bad misdiagnosis |
        would have been a bad misread | would have been a bad mistake | would have been a bad overstatement |
        would have been a bad fallacy | would have been a bad stretch | would have been a bad slip |
        would have been a bad misnomer | would have been a bad disservice | would have been a bad undercall |
        would have been a bad lie | would have been a bad distortion | would have been a bad misjudgment |
        would have been a bad miscall | would have been a big overcall | would have been a big overdiagnosis |
        would have been a big exaggeration | would have been a big error | would have been a big blunder |
        would have been a big misreading | would have been a big misdiagnosis | would have been a big misread |
        would have been a big mistake | would have been a big overstatement | would have been a big fallacy |
        would have been a big stretch | would have been a big slip | would have been a big misnomer |
        would have been a big disservice | would have been a big undercall | would have been a big lie |
        would have been a big distortion | would have been a big misjudgment | would have been a big miscall |
        would have been a clear overcall | would have been a clear overdiagnosis |
        would have been a clear exaggeration | would have been a clear error | would have been a clear blunder |
        would have been a clear misreading | would have been a clear misdiagnosis |
        would have been a clear misread | would have been a clear mistake | would have been a clear overstatement |
        would have been a clear fallacy | would have been a clear stretch | would have been a clear slip |
        would have been a clear misnomer | would have been a clear disservice | would have been a clear undercall |
        would have been a clear lie | would have been a clear distortion | would have been a clear misjudgment |
        would have been a clear miscall | would have been a gross overcall | would have been a gross overdiagnosis |
        would have been a gross exaggeration | would have been a gross error | would have been a gross blunder |
        would have been a gross misreading | would have been a gross misdiagnosis |
        would have been a gross misread | would have been a gross mistake | would have been a gross overstatement |
        would have been a gross fallacy | would have been a gross stretch | would have been a gross slip |
        would have been a gross misnomer | would have been a gross disservice | would have been a gross undercall |
        would have been a gross lie | would have been a gross distortion | would have been a gross misjudgment |
        would have been a gross miscall | would have been an obvious overcall |
        would have been an obvious overdiagnosis | would have been an obvious exaggeration |
        would have been an obvious error | would have been an obvious blunder |
        would have been an obvious misreading | would have been an obvious misdiagnosis |
        would have been an obvious misread | would have been an obvious mistake |
        would have been an obvious overstatement | would have been an obvious fallacy |
        would have been an obvious stretch | would have been an obvious slip | would have been an obvious misnomer |
        would have been an obvious disservice | would have been an obvious undercall |
        would have been an obvious lie | would have been an obvious distortion |
        would have been an obvious misjudgment | would have been an obvious miscall |
        would have been simply a overcall | would have been simply a overdiagnosis |
        would have been simply a exaggeration | would have been simply a error | would have been simply a blunder |
        would have been simply a misreading | would have been simply a misdiagnosis |
        would have been simply a misread | would have been simply a mistake |
        would have been simply a overstatement | would have been simply a fallacy |
        would have been simply a stretch | would have been simply a slip | would have been simply a misnomer |
        would have been simply a disservice | would have been simply a undercall | would have been simply a lie |
        would have been simply a distortion | would have been simply a misjudgment |
        would have been simply a miscall | would have been a real overcall | would have been a real overdiagnosis |
        would have been a real exaggeration | would have been a real error | would have been a real blunder |
        would have been a real misreading | would have been a real misdiagnosis | would have been a real misread |
        would have been a real mistake | would have been a real overstatement | would have been a real fallacy |
        would have been a real stretch | would have been a real slip | would have been a real misnomer |
        would have been a real disservice | would have been a real undercall | would have been a real lie |
        would have been a real distortion | would have been a real misjudgment | would have been a real miscall |
        would have been clearly a overcall | would have been clearly a overdiagnosis |
        would have been clearly a exaggeration | would have been clearly a error |
        would have been clearly a blunder | would have been clearly a misreading |
        would have been clearly a misdiagnosis | would have been clearly a misread |
        would have been clearly a mistake | would have been clearly a overstatement |
        would have been clearly a fallacy | would have been clearly a stretch | would have been clearly a slip |
        would have been clearly a misnomer | would have been clearly a disservice |
        would have been clearly a undercall | would have been clearly a lie | would have been clearly a distortion |
        would have been clearly a misjudgment | would have been clearly a miscall |
        would have been plainly a overcall | would have been plainly a overdiagnosis |
        would have been plainly a exaggeration | would have been plainly a error |
        would have been plainly a blunder | would have been plainly a misreading |
        would have been plainly a misdiagnosis | would have been plainly a misread |
        would have been plainly a mistake | would have been plainly a overstatement |
        would have been plainly a fallacy | would have been plainly a stretch | would have been plainly a slip |
        would have been plainly a misnomer | would have been plainly a disservice |
        would have been plainly a undercall | would have been plainly a lie | would have been plainly a distortion |
        would have been plainly a misjudgment | would have been plainly a miscall | would amount to an overcall |
        would amount to an overdiagnosis | would amount to an exaggeration | would amount to an error |
        would amount to an blunder | would amount to an misreading | would amount to an misdiagnosis |
        would amount to an misread | would amount to an mistake | would amount to an overstatement |
        would amount to an fallacy | would amount to an stretch | would amount to an slip |
        would amount to an misnomer | would amount to an disservice | would amount to an undercall |
        would amount to an lie | would amount to an distortion | would amount to an misjudgment |
        would amount to an miscall | would amount to a overcall | would amount to a overdiagnosis |
        would amount to a exaggeration | would amount to a error | would amount to a blunder |
        would amount to a misreading | would amount to a misdiagnosis | would amount to a misread |
        would amount to a mistake | would amount to a overstatement | would amount to a fallacy |
        would amount to a stretch | would amount to a slip | would amount to a misnomer |
        would amount to a disservice | would amount to a undercall | would amount to a lie |
        would amount to a distortion | would amount to a misjudgment | would amount to a miscall |
        would amount to a grave overcall | would amount to a grave overdiagnosis |
        would amount to a grave exaggeration | would amount to a grave error | would amount to a grave blunder |
        would amount to a grave misreading | would amount to a grave misdiagnosis |
        would amount to a grave misread | would amount to a grave mistake | would amount to a grave overstatement |
        would amount to a grave fallacy | would amount to a grave stretch | would amount to a grave slip |
        would amount to a grave misnomer | would amount to a grave disservice | would amount to a grave undercall |
        would amount to a grave lie | would amount to a grave distortion | would amount to a grave misjudgment |
        would amount to a grave miscall | would amount to a serious overcall |
        would amount to a serious overdiagnosis | would amount to a serious exaggeration |
        would amount to a serious error | would amount to a serious blunder | would amount to a serious misreading |
        would amount to a serious misdiagnosis | would amount to a serious misread |
        would amount to a serious mistake | would amount to a serious overstatement |
        would amount to a serious fallacy | would amount to a serious stretch | would amount to a serious slip |
        would amount to a serious misnomer | would amount to a serious disservice |
        would amount to a serious undercall | would amount to a serious lie | would amount to a serious distortion |
        would amount to a serious misjudgment | would amount to a serious miscall | would amount to a bad overcall |
        would amount to a bad overdiagnosis | would amount to a bad exaggeration | would amount to a bad error |
        would amount to a bad blunder | would amount to a bad misreading | would amount to a bad misdiagnosis |
        would amount to a bad misread | would amount to a bad mistake | would amount to a bad overstatement |
        would amount to a bad fallacy | would amount to a bad stretch | would amount to a bad slip |
        would amount to a bad misnomer | would amount to a bad disservice | would amount to a bad undercall |
        would amount to a bad lie | would amount to a bad distortion | would amount to a bad misjudgment |
        would amount to a bad miscall | would amount to a big overcall | would amount to a big overdiagnosis |
        would amount to a big exaggeration | would amount to a big error | would amount to a big blunder |
        would amount to a big misreading | would amount to a big misdiagnosis | would amount to a big misread |
        would amount to a big mistake | would amount to a big overstatement | would amount to a big fallacy |
        would amount to a big stretch | would amount to a big slip | would amount to a big misnomer |
        would amount to a big disservice | would amount to a big undercall | would amount to a big lie |
        would amount to a big distortion | would amount to a big misjudgment | would amount to a big miscall |
        would amount to a clear overcall | would amount to a clear overdiagnosis |
        would amount to a clear exaggeration | would amount to a clear error | would amount to a clear blunder |
        would amount to a clear misreading | would amount to a clear misdiagnosis |
        would amount to a clear misread | would amount to a clear mistake | would amount to a clear overstatement |
        would amount to a clear fallacy | would amount to a clear stretch | would amount to a clear slip |
        would amount to a clear misnomer | would amount to a clear disservice | would amount to a clear undercall |
        would amount to a clear lie | would amount to a clear distortion | would amount to a clear misjudgment |
        would amount to a clear miscall | would amount to a gross overcall | would amount to a gross overdiagnosis |
        would amount to a gross exaggeration | would amount to a gross error | would amount to a gross blunder |
        would amount to a gross misreading | would amount to a gross misdiagnosis |
        would amount to a gross misread | would amount to a gross mistake | would amount to a gross overstatement |
        would amount to a gross fallacy | would amount to a gross stretch | would amount to a gross slip |
        would amount to a gross misnomer | would amount to a gross disservice | would amount to a gross undercall |
        would amount to a gross lie | would amount to a gross distortion | would amount to a gross misjudgment |
        would amount to a gross miscall | would amount to an obvious overcall |
        would amount to an obvious overdiagnosis | would amount to an obvious exaggeration |
        would amount to an obvious error | would amount to an obvious blunder |
        would amount to an obvious misreading | would amount to an obvious misdiagnosis |
        would amount to an obvious misread | would amount to an obvious mistake |
        would amount to an obvious overstatement | would amount to an obvious fallacy |
        would amount to an obvious stretch | would amount to an obvious slip | would amount to an obvious misnomer |
        would amount to an obvious disservice | would amount to an obvious undercall |
        would amount to an obvious lie | would amount to an obvious distortion |
        would amount to an obvious misjudgment | would amount to an obvious miscall |
        would amount to simply a overcall | would amount to simply a overdiagnosis |
        would amount to simply a exaggeration | would amount to simply a error | would amount to simply a blunder |
        would amount to simply a misreading | would amount to simply a misdiagnosis |
        would amount to simply a misread | would amount to simply a mistake |
        would amount to simply a overstatement | would amount to simply a fallacy |
        would amount to simply a stretch | would amount to simply a slip | would amount to simply a misnomer |
        would amount to simply a disservice | would amount to simply a undercall | would amount to simply a lie |
        would amount to simply a distortion | would amount to simply a misjudgment |
        would amount to simply a miscall | would amount to a real overcall | would amount to a real overdiagnosis |
        would amount to a real exaggeration | would amount to a real error | would amount to a real blunder |
        would amount to a real misreading | would amount to a real misdiagnosis | would amount to a real misread |
        would amount to a real mistake | would amount to a real overstatement | would amount to a real fallacy |
        would amount to a real stretch | would amount to a real slip | would amount to a real misnomer |
        would amount to a real disservice | would amount to a real undercall | would amount to a real lie |
        would amount to a real distortion | would amount to a real misjudgment | would amount to a real miscall |
        would amount to clearly a overcall | would amount to clearly a overdiagnosis |
        would amount to clearly a exaggeration | would amount to clearly a error |
        would amount to clearly a blunder | would amount to clearly a misreading |
        would amount to clearly a misdiagnosis | would amount to clearly a misread |
        would amount to clearly a mistake | would amount to clearly a overstatement |
        would amount to clearly a fallacy | would amount to clearly a stretch | would amount to clearly a slip |
        would amount to clearly a misnomer | would amount to clearly a disservice |
        would amount to clearly a undercall | would amount to clearly a lie | would amount to clearly a distortion |
        would amount to clearly a misjudgment | would amount to clearly a miscall |
        would amount to plainly a overcall | would amount to plainly a overdiagnosis |
        would amount to plainly a exaggeration | would amount to plainly a error |
        would amount to plainly a blunder | would amount to plainly a misreading |
        would amount to plainly a misdiagnosis | would amount to plainly a misread |
        would amount to plainly a mistake | would amount to plainly a overstatement |
        would amount to plainly a fallacy | would amount to plainly a stretch | would amount to plainly a slip |
        would amount to plainly a misnomer | would amount to plainly a disservice |
        would amount to plainly a undercall | would amount to plainly a lie | would amount to plainly a distortion |
        would amount to plainly a misjudgment | would amount to plainly a miscall | would be jumping the gun |
        would be reading too much into it | reads too much into it | goes too far | would be overdoing it |
        would be taking it too far | would be overcalling it | would be overcalling | would be undercalling it |
        would be doing it an injustice | would be dishonest | would be untrue | would be absurd |
        would be ridiculous | would be nonsense | would be negligent | would be foolish | would be silly |
        would be blind | would be dangerous | would be unwise | would be unjustified | would be unwarranted |
        would be unfair | would be odd | would be strange | would be false | is absurd | is nonsense |
        is out of the question |
        can be crossed out | can be struck out | can be crossed off | can be struck off |
        can be taken off the table | is crossed out | is struck out | is off the table | stands corrected |
        was too quick | was too hasty | was premature | was rash | was hasty | was a slip | was a typo |
        was overruled | has to be revised | must be revised | needs to be revised | not go together with |
        does not go with | does not sit well with | sits badly with | is hard to reconcile with |
        cannot be reconciled with | is not reconcilable with | does not do | will not do | would not do |
        does not cut it | will not hold | does not stand | cannot stand |
        is the wrong label | is the wrong word | is the wrong name | is the wrong term | is the wrong call |
        is the wrong description | is the wrong reading | is the wrong one | is the wrong pick |
        is the wrong impression | is the wrong verdict | is the wrong statement | is the wrong fit |
        is the wrong match | is the wrong heading | is the wrong title | is the wrong expression |
        is the wrong adjective | is a wrong label | is a wrong word | is a wrong name | is a wrong term |
        is a wrong option | is a wrong call | is a wrong description | is a wrong reading | is a wrong one |
        is a wrong pick | is a wrong impression | is a wrong verdict | is a wrong statement | is a wrong fit |
        is a wrong match | is a wrong heading | is a wrong title | is a wrong expression | is a wrong adjective |
        is an incorrect label | is an incorrect word | is an incorrect name | is an incorrect term |
        is an incorrect option | is an incorrect call | is an incorrect description | is an incorrect reading |
        is an incorrect one | is an incorrect pick | is an incorrect impression | is an incorrect verdict |
        is an incorrect statement | is an incorrect fit | is an incorrect match | is an incorrect heading |
        is an incorrect title | is an incorrect expression | is an incorrect adjective | is not the right label |
        is not the right word | is not the right name | is not the right term | is not the right option |
        is not the right call | is not the right description | is not the right reading | is not the right one |
        is not the right pick | is not the right impression | is not the right verdict |
        is not the right statement | is not the right fit | is not the right match | is not the right heading |
        is not the right title | is not the right expression | is not the right adjective |
        is not the correct label | is not the correct word | is not the correct name | is not the correct term |
        is not the correct option | is not the correct call | is not the correct description |
        is not the correct reading | is not the correct one | is not the correct pick |
        is not the correct impression | is not the correct verdict | is not the correct statement |
        is not the correct fit | is not the correct match | is not the correct heading | is not the correct title |
        is not the correct expression | is not the correct adjective | is not the proper label |
        is not the proper word | is not the proper name | is not the proper term | is not the proper option |
        is not the proper call | is not the proper description | is not the proper reading | is not the proper one |
        is not the proper pick | is not the proper impression | is not the proper verdict |
        is not the proper statement | is not the proper fit | is not the proper match | is not the proper heading |
        is not the proper title | is not the proper expression | is not the proper adjective |
        is hardly the right label | is hardly the right word | is hardly the right name | is hardly the right term |
        is hardly the right option | is hardly the right call | is hardly the right description |
        is hardly the right reading | is hardly the right one | is hardly the right pick |
        is hardly the right impression | is hardly the right verdict | is hardly the right statement |
        is hardly the right fit | is hardly the right match | is hardly the right heading |
        is hardly the right title | is hardly the right expression | is hardly the right adjective |
        is hardly the label | is hardly the word | is hardly the name | is hardly the term | is hardly the option |
        is hardly the call | is hardly the description | is hardly the reading | is hardly the one |
        is hardly the pick | is hardly the impression | is hardly the verdict | is hardly the statement |
        is hardly the fit | is hardly the match | is hardly the heading | is hardly the title |
        is hardly the expression | is hardly the adjective | is not quite the label | is not quite the word |
        is not quite the name | is not quite the term | is not quite the option | is not quite the call |
        is not quite the description | is not quite the reading | is not quite the one | is not quite the pick |
        is not quite the impression | is not quite the verdict | is not quite the statement | is not quite the fit |
        is not quite the match | is not quite the heading | is not quite the title | is not quite the expression |
        is not quite the adjective | is not the label | is not the word | is not the name | is not the term |
        is not the option | is not the call | is not the description | is not the reading | is not the one |
        is not the pick | is not the impression | is not the verdict | is not the statement | is not the fit |
        is not the match | is not the heading | is not the title | is not the expression | is not the adjective |
        is not a fitting label | is not a fitting word | is not a fitting name | is not a fitting term |
        is not a fitting option | is not a fitting call | is not a fitting description | is not a fitting reading |
        is not a fitting one | is not a fitting pick | is not a fitting impression | is not a fitting verdict |
        is not a fitting statement | is not a fitting fit | is not a fitting match | is not a fitting heading |
        is not a fitting title | is not a fitting expression | is not a fitting adjective | is not a good label |
        is not a good word | is not a good name | is not a good term | is not a good option | is not a good call |
        is not a good description | is not a good reading | is not a good one | is not a good pick |
        is not a good impression | is not a good verdict | is not a good statement | is not a good fit |
        is not a good match | is not a good heading | is not a good title | is not a good expression |
        is not a good adjective | is a poor label | is a poor word | is a poor name | is a poor term |
        is a poor option | is a poor call | is a poor description | is a poor reading | is a poor one |
        is a poor pick | is a poor impression | is a poor verdict | is a poor statement | is a poor fit |
        is a poor match | is a poor heading | is a poor title | is a poor expression | is a poor adjective |
        is a bad label | is a bad word | is a bad name | is a bad term | is a bad option | is a bad call |
        is a bad description | is a bad reading | is a bad one | is a bad pick | is a bad impression |
        is a bad verdict | is a bad statement | is a bad fit | is a bad match | is a bad heading | is a bad title |
        is a bad expression | is a bad adjective | is a misleading label | is a misleading word |
        is a misleading name | is a misleading term | is a misleading option | is a misleading call |
        is a misleading description | is a misleading reading | is a misleading one | is a misleading pick |
        is a misleading impression | is a misleading verdict | is a misleading statement | is a misleading fit |
        is a misleading match | is a misleading heading | is a misleading title | is a misleading expression |
        is a misleading adjective | is an inaccurate label | is an inaccurate word | is an inaccurate name |
        is an inaccurate term | is an inaccurate option | is an inaccurate call | is an inaccurate description |
        is an inaccurate reading | is an inaccurate one | is an inaccurate pick | is an inaccurate impression |
        is an inaccurate verdict | is an inaccurate statement | is an inaccurate fit | is an inaccurate match |
        is an inaccurate heading | is an inaccurate title | is an inaccurate expression |
        is an inaccurate adjective | was the wrong label | was the wrong word | was the wrong name |
        was the wrong term | was the wrong option | was the wrong call | was the wrong description |
        was the wrong reading | was the wrong one | was the wrong pick | was the wrong impression |
        was the wrong verdict | was the wrong statement | was the wrong fit | was the wrong match |
        was the wrong heading | was the wrong title | was the wrong expression | was the wrong adjective |
        was a wrong label | was a wrong word | was a wrong name | was a wrong term | was a wrong option |
        was a wrong call | was a wrong description | was a wrong reading | was a wrong one | was a wrong pick |
        was a wrong impression | was a wrong verdict | was a wrong statement | was a wrong fit | was a wrong match |
        was a wrong heading | was a wrong title | was a wrong expression | was a wrong adjective |
        was an incorrect label | was an incorrect word | was an incorrect name | was an incorrect term |
        was an incorrect option | was an incorrect call | was an incorrect description | was an incorrect reading |
        was an incorrect one | was an incorrect pick | was an incorrect impression | was an incorrect verdict |
        was an incorrect statement | was an incorrect fit | was an incorrect match | was an incorrect heading |
        was an incorrect title | was an incorrect expression | was an incorrect adjective |
        was not the right label | was not the right word | was not the right name | was not the right term |
        was not the right option | was not the right call | was not the right description |
        was not the right reading | was not the right one | was not the right pick | was not the right impression |
        was not the right verdict | was not the right statement | was not the right fit | was not the right match |
        was not the right heading | was not the right title | was not the right expression |
        was not the right adjective | was not the correct label | was not the correct word |
        was not the correct name | was not the correct term | was not the correct option |
        was not the correct call | was not the correct description | was not the correct reading |
        was not the correct one | was not the correct pick | was not the correct impression |
        was not the correct verdict | was not the correct statement | was not the correct fit |
        was not the correct match | was not the correct heading | was not the correct title |
        was not the correct expression | was not the correct adjective | was not the proper label |
        was not the proper word | was not the proper name | was not the proper term | was not the proper option |
        was not the proper call | was not the proper description | was not the proper reading |
        was not the proper one | was not the proper pick | was not the proper impression |
        was not the proper verdict | was not the proper statement | was not the proper fit |
        was not the proper match | was not the proper heading | was not the proper title |
        was not the proper expression | was not the proper adjective | was hardly the right label |
        was hardly the right word | was hardly the right name | was hardly the right term |
        was hardly the right option | was hardly the right call | was hardly the right description |
        was hardly the right reading | was hardly the right one | was hardly the right pick |
        was hardly the right impression | was hardly the right verdict | was hardly the right statement |
        was hardly the right fit | was hardly the right match | was hardly the right heading |
        was hardly the right title | was hardly the right expression | was hardly the right adjective |
        was hardly the label | was hardly the word | was hardly the name | was hardly the term |
        was hardly the option | was hardly the call | was hardly the description | was hardly the reading |
        was hardly the one | was hardly the pick | was hardly the impression | was hardly the verdict |
        was hardly the statement | was hardly the fit | was hardly the match | was hardly the heading |
        was hardly the title | was hardly the expression | was hardly the adjective | was not quite the label |
        was not quite the word | was not quite the name | was not quite the term | was not quite the option |
        was not quite the call | was not quite the description | was not quite the reading | was not quite the one |
        was not quite the pick | was not quite the impression | was not quite the verdict |
        was not quite the statement | was not quite the fit | was not quite the match | was not quite the heading |
        was not quite the title | was not quite the expression | was not quite the adjective | was not the label |
        was not the word | was not the name | was not the term | was not the option | was not the call |
        was not the description | was not the reading | was not the one | was not the pick |
        was not the impression | was not the verdict | was not the statement | was not the fit | was not the match |
        was not the heading | was not the title | was not the expression | was not the adjective |
        was not a fitting label | was not a fitting word | was not a fitting name | was not a fitting term |
        was not a fitting option | was not a fitting call | was not a fitting description |
        was not a fitting reading | was not a fitting one | was not a fitting pick | was not a fitting impression |
        was not a fitting verdict | was not a fitting statement | was not a fitting fit | was not a fitting match |
        was not a fitting heading | was not a fitting title | was not a fitting expression |
        was not a fitting adjective | was not a good label | was not a good word | was not a good name |
        was not a good term | was not a good option | was not a good call | was not a good description |
        was not a good reading | was not a good one | was not a good pick | was not a good impression |
        was not a good verdict | was not a good statement | was not a good fit | was not a good match |
        was not a good heading | was not a good title | was not a good expression | was not a good adjective |
        was a poor label | was a poor word | was a poor name | was a poor term | was a poor option |
        was a poor call | was a poor description | was a poor reading | was a poor one | was a poor pick |
        was a poor impression | was a poor verdict | was a poor statement | was a poor fit | was a poor match |
        was a poor heading | was a poor title | was a poor expression | was a poor adjective | was a bad label |
        was a bad word | was a bad name | was a bad term | was a bad option | was a bad call |
        was a bad description | was a bad reading | was a bad one | was a bad pick | was a bad impression |
        was a bad verdict | was a bad statement | was a bad fit | was a bad match | was a bad heading |
        was a bad title | was a bad expression | was a bad adjective | was a misleading label |
        was a misleading word | was a misleading name | was a misleading term | was a misleading option |
        was a misleading call | was a misleading description | was a misleading reading | was a misleading one |
        was a misleading pick | was a misleading impression | was a misleading verdict |
        was a misleading statement | was a misleading fit | was a misleading match | was a misleading heading |
        was a misleading title | was a misleading expression | was a misleading adjective |
        was an inaccurate label | was an inaccurate word | was an inaccurate name | was an inaccurate term |
        was an inaccurate option | was an inaccurate call | was an inaccurate description |
        was an inaccurate reading | was an inaccurate one | was an inaccurate pick | was an inaccurate impression |
        was an inaccurate verdict | was an inaccurate statement | was an inaccurate fit | was an inaccurate match |
        was an inaccurate heading | was an inaccurate title | was an inaccurate expression |
        was an inaccurate adjective | would be the wrong label | would be the wrong word | would be the wrong name |
        would be the wrong term | would be the wrong option | would be the wrong call |
        would be the wrong description | would be the wrong reading | would be the wrong one |
        would be the wrong pick | would be the wrong impression | would be the wrong verdict |
        would be the wrong statement | would be the wrong fit | would be the wrong match |
        would be the wrong heading | would be the wrong title | would be the wrong expression |
        would be the wrong adjective | would be a wrong label | would be a wrong word | would be a wrong name |
        would be a wrong term | would be a wrong option | would be a wrong call | would be a wrong description |
        would be a wrong reading | would be a wrong one | would be a wrong pick | would be a wrong impression |
        would be a wrong verdict | would be a wrong statement | would be a wrong fit | would be a wrong match |
        would be a wrong heading | would be a wrong title | would be a wrong expression |
        would be a wrong adjective | would be an incorrect label | would be an incorrect word |
        would be an incorrect name | would be an incorrect term | would be an incorrect option |
        would be an incorrect call | would be an incorrect description | would be an incorrect reading |
        would be an incorrect one | would be an incorrect pick | would be an incorrect impression |
        would be an incorrect verdict | would be an incorrect statement | would be an incorrect fit |
        would be an incorrect match | would be an incorrect heading | would be an incorrect title |
        would be an incorrect expression | would be an incorrect adjective | would be not the right label |
        would be not the right word | would be not the right name | would be not the right term |
        would be not the right option | would be not the right call | would be not the right description |
        would be not the right reading | would be not the right one | would be not the right pick |
        would be not the right impression | would be not the right verdict | would be not the right statement |
        would be not the right fit | would be not the right match | would be not the right heading |
        would be not the right title | would be not the right expression | would be not the right adjective |
        would be not the correct label | would be not the correct word | would be not the correct name |
        would be not the correct term | would be not the correct option | would be not the correct call |
        would be not the correct description | would be not the correct reading | would be not the correct one |
        would be not the correct pick | would be not the correct impression | would be not the correct verdict |
        would be not the correct statement | would be not the correct fit | would be not the correct match |
        would be not the correct heading | would be not the correct title | would be not the correct expression |
        would be not the correct adjective | would be not the proper label | would be not the proper word |
        would be not the proper name | would be not the proper term | would be not the proper option |
        would be not the proper call | would be not the proper description | would be not the proper reading |
        would be not the proper one | would be not the proper pick | would be not the proper impression |
        would be not the proper verdict | would be not the proper statement | would be not the proper fit |
        would be not the proper match | would be not the proper heading | would be not the proper title |
        would be not the proper expression | would be not the proper adjective | would be hardly the right label |
        would be hardly the right word | would be hardly the right name | would be hardly the right term |
        would be hardly the right option | would be hardly the right call | would be hardly the right description |
        would be hardly the right reading | would be hardly the right one | would be hardly the right pick |
        would be hardly the right impression | would be hardly the right verdict |
        would be hardly the right statement | would be hardly the right fit | would be hardly the right match |
        would be hardly the right heading | would be hardly the right title | would be hardly the right expression |
        would be hardly the right adjective | would be hardly the label | would be hardly the word |
        would be hardly the name | would be hardly the term | would be hardly the option |
        would be hardly the call | would be hardly the description | would be hardly the reading |
        would be hardly the one | would be hardly the pick | would be hardly the impression |
        would be hardly the verdict | would be hardly the statement | would be hardly the fit |
        would be hardly the match | would be hardly the heading | would be hardly the title |
        would be hardly the expression | would be hardly the adjective | would be not quite the label |
        would be not quite the word | would be not quite the name | would be not quite the term |
        would be not quite the option | would be not quite the call | would be not quite the description |
        would be not quite the reading | would be not quite the one | would be not quite the pick |
        would be not quite the impression | would be not quite the verdict | would be not quite the statement |
        would be not quite the fit | would be not quite the match | would be not quite the heading |
        would be not quite the title | would be not quite the expression | would be not quite the adjective |
        would be not the label | would be not the word | would be not the name | would be not the term |
        would be not the option | would be not the call | would be not the description | would be not the reading |
        would be not the one | would be not the pick | would be not the impression | would be not the verdict |
        would be not the statement | would be not the fit | would be not the match | would be not the heading |
        would be not the title | would be not the expression | would be not the adjective |
        would be not a fitting label | would be not a fitting word | would be not a fitting name |
        would be not a fitting term | would be not a fitting option | would be not a fitting call |
        would be not a fitting description | would be not a fitting reading | would be not a fitting one |
        would be not a fitting pick | would be not a fitting impression | would be not a fitting verdict |
        would be not a fitting statement | would be not a fitting fit | would be not a fitting match |
        would be not a fitting heading | would be not a fitting title | would be not a fitting expression |
        would be not a fitting adjective | would be not a good label | would be not a good word |
        would be not a good name | would be not a good term | would be not a good option |
        would be not a good call | would be not a good description | would be not a good reading |
        would be not a good one | would be not a good pick | would be not a good impression |
        would be not a good verdict | would be not a good statement | would be not a good fit |
        would be not a good match | would be not a good heading | would be not a good title |
        would be not a good expression | would be not a good adjective | would be a poor label |
        would be a poor word | would be a poor name | would be a poor term | would be a poor option |
        would be a poor call | would be a poor description | would be a poor reading | would be a poor one |
        would be a poor pick | would be a poor impression | would be a poor verdict | would be a poor statement |
        would be a poor fit | would be a poor match | would be a poor heading | would be a poor title |
        would be a poor expression | would be a poor adjective | would be a bad label | would be a bad word |
        would be a bad name | would be a bad term | would be a bad option | would be a bad call |
        would be a bad description | would be a bad reading | would be a bad one | would be a bad pick |
        would be a bad impression | would be a bad verdict | would be a bad statement | would be a bad fit |
        would be a bad match | would be a bad heading | would be a bad title | would be a bad expression |
        would be a bad adjective | would be a misleading label | would be a misleading word |
        would be a misleading name | would be a misleading term | would be a misleading option |
        would be a misleading call | would be a misleading description | would be a misleading reading |
        would be a misleading one | would be a misleading pick | would be a misleading impression |
        would be a misleading verdict | would be a misleading statement | would be a misleading fit |
        would be a misleading match | would be a misleading heading | would be a misleading title |
        would be a misleading expression | would be a misleading adjective | would be an inaccurate label |
        would be an inaccurate word | would be an inaccurate name | would be an inaccurate term |
        would be an inaccurate option | would be an inaccurate call | would be an inaccurate description |
        would be an inaccurate reading | would be an inaccurate one | would be an inaccurate pick |
        would be an inaccurate impression | would be an inaccurate verdict | would be an inaccurate statement |
        would be an inaccurate fit | would be an inaccurate match | would be an inaccurate heading |
        would be an inaccurate title | would be an inaccurate expression | would be an inaccurate adjective |
        are the wrong label | are the wrong word | are the wrong name | are the wrong term | are the wrong option |
        are the wrong call | are the wrong description | are the wrong reading | are the wrong one |
        are the wrong pick | are the wrong impression | are the wrong verdict | are the wrong statement |
        are the wrong fit | are the wrong match | are the wrong heading | are the wrong title |
        are the wrong expression | are the wrong adjective | are a wrong label | are a wrong word |
        are a wrong name | are a wrong term | are a wrong option | are a wrong call | are a wrong description |
        are a wrong reading | are a wrong one | are a wrong pick | are a wrong impression | are a wrong verdict |
        are a wrong statement | are a wrong fit | are a wrong match | are a wrong heading | are a wrong title |
        are a wrong expression | are a wrong adjective | are an incorrect label | are an incorrect word |
        are an incorrect name | are an incorrect term | are an incorrect option | are an incorrect call |
        are an incorrect description | are an incorrect reading | are an incorrect one | are an incorrect pick |
        are an incorrect impression | are an incorrect verdict | are an incorrect statement | are an incorrect fit |
        are an incorrect match | are an incorrect heading | are an incorrect title | are an incorrect expression |
        are an incorrect adjective | are not the right label | are not the right word | are not the right name |
        are not the right term | are not the right option | are not the right call | are not the right description |
        are not the right reading | are not the right one | are not the right pick | are not the right impression |
        are not the right verdict | are not the right statement | are not the right fit | are not the right match |
        are not the right heading | are not the right title | are not the right expression |
        are not the right adjective | are not the correct label | are not the correct word |
        are not the correct name | are not the correct term | are not the correct option |
        are not the correct call | are not the correct description | are not the correct reading |
        are not the correct one | are not the correct pick | are not the correct impression |
        are not the correct verdict | are not the correct statement | are not the correct fit |
        are not the correct match | are not the correct heading | are not the correct title |
        are not the correct expression | are not the correct adjective | are not the proper label |
        are not the proper word | are not the proper name | are not the proper term | are not the proper option |
        are not the proper call | are not the proper description | are not the proper reading |
        are not the proper one | are not the proper pick | are not the proper impression |
        are not the proper verdict | are not the proper statement | are not the proper fit |
        are not the proper match | are not the proper heading | are not the proper title |
        are not the proper expression | are not the proper adjective | are hardly the right label |
        are hardly the right word | are hardly the right name | are hardly the right term |
        are hardly the right option | are hardly the right call | are hardly the right description |
        are hardly the right reading | are hardly the right one | are hardly the right pick |
        are hardly the right impression | are hardly the right verdict | are hardly the right statement |
        are hardly the right fit | are hardly the right match | are hardly the right heading |
        are hardly the right title | are hardly the right expression | are hardly the right adjective |
        are hardly the label | are hardly the word | are hardly the name | are hardly the term |
        are hardly the option | are hardly the call | are hardly the description | are hardly the reading |
        are hardly the one | are hardly the pick | are hardly the impression | are hardly the verdict |
        are hardly the statement | are hardly the fit | are hardly the match | are hardly the heading |
        are hardly the title | are hardly the expression | are hardly the adjective | are not quite the label |
        are not quite the word | are not quite the name | are not quite the term | are not quite the option |
        are not quite the call | are not quite the description | are not quite the reading | are not quite the one |
        are not quite the pick | are not quite the impression | are not quite the verdict |
        are not quite the statement | are not quite the fit | are not quite the match | are not quite the heading |
        are not quite the title | are not quite the expression | are not quite the adjective | are not the label |
        are not the word | are not the name | are not the term | are not the option | are not the call |
        are not the description | are not the reading | are not the one | are not the pick |
        are not the impression | are not the verdict | are not the statement | are not the fit | are not the match |
        are not the heading | are not the title | are not the expression | are not the adjective |
        are not a fitting label | are not a fitting word | are not a fitting name | are not a fitting term |
        are not a fitting option | are not a fitting call | are not a fitting description |
        are not a fitting reading | are not a fitting one | are not a fitting pick | are not a fitting impression |
        are not a fitting verdict | are not a fitting statement | are not a fitting fit | are not a fitting match |
        are not a fitting heading | are not a fitting title | are not a fitting expression |
        are not a fitting adjective | are not a good label | are not a good word | are not a good name |
        are not a good term | are not a good option | are not a good call | are not a good description |
        are not a good reading | are not a good one | are not a good pick | are not a good impression |
        are not a good verdict | are not a good statement | are not a good fit | are not a good match |
        are not a good heading | are not a good title | are not a good expression | are not a good adjective |
        are a poor label | are a poor word | are a poor name | are a poor term | are a poor option |
        are a poor call | are a poor description | are a poor reading | are a poor one | are a poor pick |
        are a poor impression | are a poor verdict | are a poor statement | are a poor fit | are a poor match |
        are a poor heading | are a poor title | are a poor expression | are a poor adjective | are a bad label |
        are a bad word | are a bad name | are a bad term | are a bad option | are a bad call |
        are a bad description | are a bad reading | are a bad one | are a bad pick | are a bad impression |
        are a bad verdict | are a bad statement | are a bad fit | are a bad match | are a bad heading |
        are a bad title | are a bad expression | are a bad adjective | are a misleading label |
        are a misleading word | are a misleading name | are a misleading term | are a misleading option |
        are a misleading call | are a misleading description | are a misleading reading | are a misleading one |
        are a misleading pick | are a misleading impression | are a misleading verdict |
        are a misleading statement | are a misleading fit | are a misleading match | are a misleading heading |
        are a misleading title | are a misleading expression | are a misleading adjective |
        are an inaccurate label | are an inaccurate word | are an inaccurate name | are an inaccurate term |
        are an inaccurate option | are an inaccurate call | are an inaccurate description |
        are an inaccurate reading | are an inaccurate one | are an inaccurate pick | are an inaccurate impression |
        are an inaccurate verdict | are an inaccurate statement | are an inaccurate fit | are an inaccurate match |
        are an inaccurate heading | are an inaccurate title | are an inaccurate expression |
        are an inaccurate adjective | seems the wrong label | seems the wrong word | seems the wrong name |
        seems the wrong term | seems the wrong option | seems the wrong call | seems the wrong description |
        seems the wrong reading | seems the wrong one | seems the wrong pick | seems the wrong impression |
        seems the wrong verdict | seems the wrong statement | seems the wrong fit | seems the wrong match |
        seems the wrong heading | seems the wrong title | seems the wrong expression | seems the wrong adjective |
        seems a wrong label | seems a wrong word | seems a wrong name | seems a wrong term | seems a wrong option |
        seems a wrong call | seems a wrong description | seems a wrong reading | seems a wrong one |
        seems a wrong pick | seems a wrong impression | seems a wrong verdict | seems a wrong statement |
        seems a wrong fit | seems a wrong match | seems a wrong heading | seems a wrong title |
        seems a wrong expression | seems a wrong adjective | seems an incorrect label | seems an incorrect word |
        seems an incorrect name | seems an incorrect term | seems an incorrect option | seems an incorrect call |
        seems an incorrect description | seems an incorrect reading | seems an incorrect one |
        seems an incorrect pick | seems an incorrect impression | seems an incorrect verdict |
        seems an incorrect statement | seems an incorrect fit | seems an incorrect match |
        seems an incorrect heading | seems an incorrect title | seems an incorrect expression |
        seems an incorrect adjective | seems not the right label | seems not the right word |
        seems not the right name | seems not the right term | seems not the right option |
        seems not the right call | seems not the right description | seems not the right reading |
        seems not the right one | seems not the right pick | seems not the right impression |
        seems not the right verdict | seems not the right statement | seems not the right fit |
        seems not the right match | seems not the right heading | seems not the right title |
        seems not the right expression | seems not the right adjective | seems not the correct label |
        seems not the correct word | seems not the correct name | seems not the correct term |
        seems not the correct option | seems not the correct call | seems not the correct description |
        seems not the correct reading | seems not the correct one | seems not the correct pick |
        seems not the correct impression | seems not the correct verdict | seems not the correct statement |
        seems not the correct fit | seems not the correct match | seems not the correct heading |
        seems not the correct title | seems not the correct expression | seems not the correct adjective |
        seems not the proper label | seems not the proper word | seems not the proper name |
        seems not the proper term | seems not the proper option | seems not the proper call |
        seems not the proper description | seems not the proper reading | seems not the proper one |
        seems not the proper pick | seems not the proper impression | seems not the proper verdict |
        seems not the proper statement | seems not the proper fit | seems not the proper match |
        seems not the proper heading | seems not the proper title | seems not the proper expression |
        seems not the proper adjective | seems hardly the right label | seems hardly the right word |
        seems hardly the right name | seems hardly the right term | seems hardly the right option |
        seems hardly the right call | seems hardly the right description | seems hardly the right reading |
        seems hardly the right one | seems hardly the right pick | seems hardly the right impression |
        seems hardly the right verdict | seems hardly the right statement | seems hardly the right fit |
        seems hardly the right match | seems hardly the right heading | seems hardly the right title |
        seems hardly the right expression | seems hardly the right adjective | seems hardly the label |
        seems hardly the word | seems hardly the name | seems hardly the term | seems hardly the option |
        seems hardly the call | seems hardly the description | seems hardly the reading | seems hardly the one |
        seems hardly the pick | seems hardly the impression | seems hardly the verdict |
        seems hardly the statement | seems hardly the fit | seems hardly the match | seems hardly the heading |
        seems hardly the title | seems hardly the expression | seems hardly the adjective |
        seems not quite the label | seems not quite the word | seems not quite the name | seems not quite the term |
        seems not quite the option | seems not quite the call | seems not quite the description |
        seems not quite the reading | seems not quite the one | seems not quite the pick |
        seems not quite the impression | seems not quite the verdict | seems not quite the statement |
        seems not quite the fit | seems not quite the match | seems not quite the heading |
        seems not quite the title | seems not quite the expression | seems not quite the adjective |
        seems not the label | seems not the word | seems not the name | seems not the term | seems not the option |
        seems not the call | seems not the description | seems not the reading | seems not the one |
        seems not the pick | seems not the impression | seems not the verdict | seems not the statement |
        seems not the fit | seems not the match | seems not the heading | seems not the title |
        seems not the expression | seems not the adjective | seems not a fitting label | seems not a fitting word |
        seems not a fitting name | seems not a fitting term | seems not a fitting option |
        seems not a fitting call | seems not a fitting description | seems not a fitting reading |
        seems not a fitting one | seems not a fitting pick | seems not a fitting impression |
        seems not a fitting verdict | seems not a fitting statement | seems not a fitting fit |
        seems not a fitting match | seems not a fitting heading | seems not a fitting title |
        seems not a fitting expression | seems not a fitting adjective | seems not a good label |
        seems not a good word | seems not a good name | seems not a good term | seems not a good option |
        seems not a good call | seems not a good description | seems not a good reading | seems not a good one |
        seems not a good pick | seems not a good impression | seems not a good verdict |
        seems not a good statement | seems not a good fit | seems not a good match | seems not a good heading |
        seems not a good title | seems not a good expression | seems not a good adjective | seems a poor label |
        seems a poor word | seems a poor name | seems a poor term | seems a poor option | seems a poor call |
        seems a poor description | seems a poor reading | seems a poor one | seems a poor pick |
        seems a poor impression | seems a poor verdict | seems a poor statement | seems a poor fit |
        seems a poor match | seems a poor heading | seems a poor title | seems a poor expression |
        seems a poor adjective | seems a bad label | seems a bad word | seems a bad name | seems a bad term |
        seems a bad option | seems a bad call | seems a bad description | seems a bad reading | seems a bad one |
        seems a bad pick | seems a bad impression | seems a bad verdict | seems a bad statement | seems a bad fit |
        seems a bad match | seems a bad heading | seems a bad title | seems a bad expression |
        seems a bad adjective | seems a misleading label | seems a misleading word | seems a misleading name |
        seems a misleading term | seems a misleading option | seems a misleading call |
        seems a misleading description | seems a misleading reading | seems a misleading one |
        seems a misleading pick | seems a misleading impression | seems a misleading verdict |
        seems a misleading statement | seems a misleading fit | seems a misleading match |
        seems a misleading heading | seems a misleading title | seems a misleading expression |
        seems a misleading adjective | seems an inaccurate label | seems an inaccurate word |
        seems an inaccurate name | seems an inaccurate term | seems an inaccurate option |
        seems an inaccurate call | seems an inaccurate description | seems an inaccurate reading |
        seems an inaccurate one | seems an inaccurate pick | seems an inaccurate impression |
        seems an inaccurate verdict | seems an inaccurate statement | seems an inaccurate fit |
        seems an inaccurate match | seems an inaccurate heading | seems an inaccurate title |
        seems an inaccurate expression | seems an inaccurate adjective | is a misnomer | would be a misnomer |
        would be misleading | would be inaccurate | is misleading | does not do it justice | would miss the point |
        misses the point | misses the mark | is wide of the mark | could not be further from the truth |
        could hardly be further from the truth | would not do it justice | would not be accurate |
        would not be fair | is far from the truth | is far from true | has been disproved | is refuted |
        would be an exaggeration | would be an overstatement | would be a stretch | would be far fetched |
        would be going too far | would be exaggerated | was wrong | was incorrect | was mistaken | was a mistake |
        was an error | was false | was not correct |
        was not right | were wrong |
        is wrong | is incorrect | is false | is not correct | is not true | is not right | is untrue | is mistaken |
        is inaccurate | would be wrong | would be incorrect | is the wrong answer | is the wrong option | are wrong |
        is not accurate | is the wrong choice | does not hold true | cannot be right | cannot be correct |
        cannot be true | must be wrong | can not be right | cannot be claimed | cannot be the answer | not be correct |
        not be right | not be true
        """,
    ),
    *_crossed(
        Cue.HEDGE,
        """
        to be | must be | should be | needs to be | need to be | has to be | have to be | ought to be | yet to be |
        still to be | not been | not yet | not yet been
        """,
        "ruled out | excluded",
    ),
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
        could just as well | may just as well | vielleicht | möglich | möglicherweise | posible | posiblemente |
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
        | cannot say for sure | cannot say for certain | cannot be sure | cannot be certain | cannot be fully excluded |
        difficult to say for sure | fifty fifty | r / o | without being able to exclude | without excluding |
        without ruling out | 50 : 50 | and some benign | and some malignant | and some normal | and some abnormal |
        either way | too early to | not necessarily |
        differential diagnosis includes | differential includes | differential diagnosis | differential |
        differentials | ddx | dd : | vs | versus | 50 / 50 | about even | even odds | roughly even | coin toss |
        coin flip |
        toss up | tossup | toss a coin | flip a coin | equally likely | equally probable | equally possible |
        as likely as not | just as likely | just as well be | evenly balanced | finely balanced | on the fence | torn |
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
        halfway between | somewhere between | ambivalent | not unequivocal | not decisive | go either way |
        anyone's guess | anybody's guess | overlapping features | hard to say which |
        uncertain significance | unknown significance | 50 50 |
        not clear cut | close call | no firm opinion | would not want to choose | hesitate to commit |
        not settle on either | not able to settle | not decide between | both options open | unentschieden |
        unklar | unsicher | incierto | dudoso | incertain | 不确定 | 無法確定 |
        back and forth | room for doubt | some doubt | have my doubts | the jury is still out | jury is still out |
        jury is out | remains to be seen | time will tell | debatable | dubious | arguable | not specific for |
        somewhat suspicious | might not be | may not be | hard to be certain | hard to be sure |
        difficult to be certain | on the verge
        """,
    ),
    *_pairs(
        Cue.ASKED,
        """
        suspected : | referral : | request : | asked : | question asked | working diagnosis : |
        can show abnormal | can show a | can show signs | can show findings | can show various | can show changes |
        can show tumors | can show evidence |
        whoever fears | fears a | fear a | who fear | who fears | if you fear | scared of |
        was read as | first read as | initially read as | previously read as | were read as | been read as |
        cut off for | threshold for | score for | the limit for | the bar for |
        cutoff for | family history of | mother had | father had | sister had | brother had | aunt had | uncle had |
        grandmother had | grandfather had | relative had | relatives had | wife had | husband had |
        prior pneumonia | previous pneumonia | earlier pneumonia | past pneumonia | old pneumonia | prior tumor |
        previous tumor | prior cancer | previous cancer | prior melanoma | previous melanoma | took for |
        mistook for | i took for | taken to be | concern raised | concern raised : | concern : | concerns : |
        query : | question : | queries | after resection of | after removal of | after excision of |
        after surgery for | after treatment of | after treatment for | following resection of |
        following removal of | following excision of | following treatment for | status post | operated for |
        operated on for | treated for | cured of | recovered from | survivor of | used to be | was known for |
        known for | was once | pretest probability of |
        request form says | request form asks | form says | form asks | ticket says | order says |
        requisition says | requisition asks | have you had | training set |
        labeled in the data set |
        in a normal breast | in a normal brain | in a normal chest | in a normal lung | in a normal skin |
        in a normal tissue | in a normal patch | in a normal mole | in a normal nevus | in a normal lesion |
        in a normal scan | in a normal image | in a normal film | in a normal gland | in a normal duct |
        in a normal case | in a healthy breast | in a healthy brain | in a healthy chest | in a healthy lung |
        in a healthy skin | in a healthy tissue | in a healthy patch | in a healthy mole | in a healthy nevus |
        in a healthy lesion | in a healthy scan | in a healthy image | in a healthy film | in a healthy gland |
        in a healthy duct | in a healthy case | in a benign breast | in a benign brain | in a benign chest |
        in a benign lung | in a benign skin | in a benign tissue | in a benign patch | in a benign mole |
        in a benign nevus | in a benign lesion | in a benign scan | in a benign image | in a benign film |
        in a benign gland | in a benign duct | in a benign case | in a ordinary normal breast |
        in a ordinary normal brain | in a ordinary normal chest | in a ordinary normal lung |
        in a ordinary normal skin | in a ordinary normal tissue | in a ordinary normal patch |
        in a ordinary normal mole | in a ordinary normal nevus | in a ordinary normal lesion |
        in a ordinary normal scan | in a ordinary normal image | in a ordinary normal film |
        in a ordinary normal gland | in a ordinary normal duct | in a ordinary normal case | in any normal breast |
        in any normal brain | in any normal chest | in any normal lung | in any normal skin | in any normal tissue |
        in any normal patch | in any normal mole | in any normal nevus | in any normal lesion | in any normal scan |
        in any normal image | in any normal film | in any normal gland | in any normal duct | in any normal case |
        in any healthy breast | in any healthy brain | in any healthy chest | in any healthy lung |
        in any healthy skin | in any healthy tissue | in any healthy patch | in any healthy mole |
        in any healthy nevus | in any healthy lesion | in any healthy scan | in any healthy image |
        in any healthy film | in any healthy gland | in any healthy duct | in any healthy case |
        in any benign breast | in any benign brain | in any benign chest | in any benign lung | in any benign skin |
        in any benign tissue | in any benign patch | in any benign mole | in any benign nevus |
        in any benign lesion | in any benign scan | in any benign image | in any benign film | in any benign gland |
        in any benign duct | in any benign case | in any ordinary normal breast | in any ordinary normal brain |
        in any ordinary normal chest | in any ordinary normal lung | in any ordinary normal skin |
        in any ordinary normal tissue | in any ordinary normal patch | in any ordinary normal mole |
        in any ordinary normal nevus | in any ordinary normal lesion | in any ordinary normal scan |
        in any ordinary normal image | in any ordinary normal film | in any ordinary normal gland |
        in any ordinary normal duct | in any ordinary normal case | in an normal breast | in an normal brain |
        in an normal chest | in an normal lung | in an normal skin | in an normal tissue | in an normal patch |
        in an normal mole | in an normal nevus | in an normal lesion | in an normal scan | in an normal image |
        in an normal film | in an normal gland | in an normal duct | in an normal case | in an healthy breast |
        in an healthy brain | in an healthy chest | in an healthy lung | in an healthy skin | in an healthy tissue |
        in an healthy patch | in an healthy mole | in an healthy nevus | in an healthy lesion | in an healthy scan |
        in an healthy image | in an healthy film | in an healthy gland | in an healthy duct | in an healthy case |
        in an benign breast | in an benign brain | in an benign chest | in an benign lung | in an benign skin |
        in an benign tissue | in an benign patch | in an benign mole | in an benign nevus | in an benign lesion |
        in an benign scan | in an benign image | in an benign film | in an benign gland | in an benign duct |
        in an benign case | in an ordinary normal breast | in an ordinary normal brain |
        in an ordinary normal chest | in an ordinary normal lung | in an ordinary normal skin |
        in an ordinary normal tissue | in an ordinary normal patch | in an ordinary normal mole |
        in an ordinary normal nevus | in an ordinary normal lesion | in an ordinary normal scan |
        in an ordinary normal image | in an ordinary normal film | in an ordinary normal gland |
        in an ordinary normal duct | in an ordinary normal case | in the normal breast | in the normal brain |
        in the normal chest | in the normal lung | in the normal skin | in the normal tissue | in the normal patch |
        in the normal mole | in the normal nevus | in the normal lesion | in the normal scan | in the normal image |
        in the normal film | in the normal gland | in the normal duct | in the normal case | in the healthy breast |
        in the healthy brain | in the healthy chest | in the healthy lung | in the healthy skin |
        in the healthy tissue | in the healthy patch | in the healthy mole | in the healthy nevus |
        in the healthy lesion | in the healthy scan | in the healthy image | in the healthy film |
        in the healthy gland | in the healthy duct | in the healthy case | in the benign breast |
        in the benign brain | in the benign chest | in the benign lung | in the benign skin | in the benign tissue |
        in the benign patch | in the benign mole | in the benign nevus | in the benign lesion | in the benign scan |
        in the benign image | in the benign film | in the benign gland | in the benign duct | in the benign case |
        in the ordinary normal breast | in the ordinary normal brain | in the ordinary normal chest |
        in the ordinary normal lung | in the ordinary normal skin | in the ordinary normal tissue |
        in the ordinary normal patch | in the ordinary normal mole | in the ordinary normal nevus |
        in the ordinary normal lesion | in the ordinary normal scan | in the ordinary normal image |
        in the ordinary normal film | in the ordinary normal gland | in the ordinary normal duct |
        in the ordinary normal case | in normal breast | in normal brain | in normal chest | in normal lung |
        in normal lungs | in normal skin | in normal tissue | in normal breast tissue | in normal brain tissue |
        in normal moles | in normal nevi | in normal lesions | in normal scans | in normal films | in normal ducts |
        in normal glands | in normal people | in normal cases | in normal individuals | in healthy breast |
        in healthy brain | in healthy chest | in healthy lung | in healthy lungs | in healthy skin |
        in healthy tissue | in healthy breast tissue | in healthy brain tissue | in healthy moles |
        in healthy nevi | in healthy lesions | in healthy scans | in healthy films | in healthy ducts |
        in healthy glands | in healthy people | in healthy cases | in healthy individuals | in benign breast |
        in benign brain | in benign chest | in benign lung | in benign lungs | in benign skin | in benign tissue |
        in benign breast tissue | in benign brain tissue | in benign moles | in benign nevi | in benign lesions |
        in benign scans | in benign films | in benign ducts | in benign glands | in benign people |
        in benign cases | in benign individuals |
       
        can reveal | can detect | can depict | can demonstrate |
        can display | called out as | signed out as | taken for a | taken for an | coded as | filed as | dictated as |
        known to cause | the label says | the report says | the note says | the caption says | the request says |
        the header says | the file name says | the referral says | the history says | the chart says | title says |
        the textbook | textbook picture of | worried about | worries about | afraid of |
        feared | concerned about | suspecting | anxious about | on the lookout for | to look out for |
       
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
        information about | information on | questions about |
        general information about | general information on
        """,
    ),
    *_pairs(
        Cue.SEARCH,
        """
        imitates | imitate | imitating | simulates | simulate | simulating | pretends to be | poses as | posing as |
        masquerades as | passing itself off as |
        fear of | fears of | the fear of |
        i have been shown | i have seen | i know what | i was shown |
        as for | as to | as regards | as far as | regarding | with regard to | with respect to |
        in regard to | in respect of | in terms of | on the subject of | on the topic of | on the matter of |
        turning to | the search for | a search for | search for | the hunt for | hunt for | hunting for |
        quest for | the issue of | the matter of | asked for | you asked for | you ask for |
        combed for | screened for | inspected for | reviewed for | scoured for | went through it for |
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
        would be hard to miss | would blot out | would carry |
        would bring | would involve | would come | would give | would create | would change | would hide |
        would spread | would grow | would break | would exceed | would bear | would feature | would include |
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
        what you took for | what one took for | what we took for | what the report calls | what the referral calls |
        what you call | what you see as | what the report called | what they called | what he took for |
        what she took for |
        above the threshold for | over the threshold for | above the cut off for | above the cutoff for |
        over the cut off for | above the threshold of | exceeds the threshold for | reaches the threshold for |
        passes the threshold for | crosses the threshold for | within the range of a | in the range of a | if only |
        try as i might | try as i may | much as i try | hard as i try | hard as i looked | hard as i look |
        however hard i look | however hard i try | as hard as i look | no matter how i look |
        no matter how one looks | whichever way i look | whichever way i turn it | however i look at it |
        however one looks at it | whatever way one looks at it |
        could be confirmed | was confirmed | is confirmed | can be verified | could be verified |
        could not be more | could not be any more | not get any more | not get much more | not come any more |
        could hardly be more | could not look more | cannot be more | cannot get any more | can be seen to be |
        as can be | as they come | left to speak of | left to see | left to count | left to find | nothing left to |
        replaced normal | replaced the normal | replaces normal | replaces the normal | replacing normal |
        replacing the normal | destroyed normal | destroyed the normal | destroys normal | destroys the normal |
        destroying normal | destroying the normal | effaced normal | effaced the normal | effaces normal |
        effaces the normal | effacing normal | effacing the normal | displaces normal | displaces the normal |
        displacing normal | displacing the normal | distorts normal | distorts the normal | distorting normal |
        distorting the normal | invades normal | invades the normal | invading normal | invading the normal |
        infiltrates normal | infiltrates the normal | infiltrating normal | infiltrating the normal |
        overruns normal | overruns the normal | obscures normal | obscures the normal | disrupts normal |
        disrupts the normal | disrupting normal | disrupting the normal | compresses normal |
        compresses the normal | compressing normal | compressing the normal | in place of normal |
        in place of the normal | surrounded by normal | surrounded by the normal | into normal | into the normal |
        among normal | among the normal | amid normal | amid the normal |
        adjacent to normal | adjacent to the normal | next to normal | next to the normal | beside normal |
        beside the normal | away from normal | away from the normal | bordering normal | bordering the normal |
        abutting normal | abutting the normal | pushing aside normal | pushing aside the normal |
        pushes aside normal | pushes aside the normal | takes the place of normal | takes the place of the normal |
        taken the place of normal | taken the place of the normal | crowds out normal | crowds out the normal |
        crowding out normal | crowding out the normal |
        what could pass for | what might pass for | what may pass for | what passes for | what at first looks like |
        what seems like | what might suggest | what could be taken for | what might be taken for |
        what could be mistaken for | what might be mistaken for | what was taken for | what was thought to be |
        what was called | what was reported as | what has been called | what i took for | what one might call |
        what looked like | what seemed to be | what seemed like | what appeared to be | what one could call |
        what some would call | what you might call | what could look like | what can look like |
        what they took for | so called | whatever else may be | whatever may be | whatever it may be |
        be that as it may | whatever it might be | whatever else might be | come what may | more than one |
        more than a | more than just a | more than two | more than just |
        what else than | what else but | what else except | what other than | who else but | what if not |
        how could it be anything but | how can it be anything but | how could this be anything but |
        what could it be but | what can it be but | what is this if not |
        we are dealing with | i am dealing with | you are dealing with | are dealing with | is dealing with |
        this is dealing with | pass as | pass for | pass off as | so much as | not hide | not obscure |
        not conceal | not mask | not detract from | not distract from | none of that hides | none of this hides |
        none of which hides | nothing hides | nothing can hide | cannot hide | cannot conceal | cannot mask |
        cannot disguise | not disguise | with no hesitation | no hesitation in | no hesitation about |
        no qualms about | no qualms in | no trouble calling | no trouble seeing | no trouble finding |
        no difficulty in seeing | no difficulty in finding | no difficulty finding | no difficulty seeing |
        no problem seeing | no problem finding | no great skill | no expertise |
        if ever i saw one | if i ever saw one | if ever there was one | by the look of | by the looks of | i bet |
        i would bet | i stake | i wish |
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
        no two ways about it | not by accident | not for nothing | not without |
        nothing short of | nothing less than | could not be clearer | could not be plainer |
        could hardly be clearer | no mere | not a mere | not a doubt | never in doubt | not in doubt |
        not in any doubt | little doubt | hardly any doubt | hard to deny | hard to dispute | hard to argue with |
        difficult to deny | impossible to deny | cannot be disputed | cannot be doubted | cannot be argued with |
        not to be denied | not to be doubted | indisputable | undisputed | unquestionable | unquestionably |
        beyond dispute | not open to question | speaks for itself |
        what looks like | what appears to be | what seems to be | what might look like | what may look like |
        what resembles | turned out to be | turns out to be | proved to be | proves to be | as far as i can see |
        as far as i can tell | from what i can see | from what i see | from what i can tell | in my opinion |
        in my view | to my eye | judging from this image | from this slice | from this image | on this slice |
        no wonder | in question | compared with | compared to | in comparison with | in comparison to |
        by comparison with | in contrast to | in contrast with | relative to | set against |
        side by side with |
        can be made | can be diagnosed | can be confirmed | can be established | can be concluded |
        no room for doubt | leaves no room for doubt
        """,
    ),
    *_pairs(
        Cue.SPEAKS,
        """
        points for | pros of | what speaks for |
        speaks for | speak for | speaking for | argues for | argue for | arguing for | in line with | in favor of |
        would fit | points to | point to | points towards | points toward | pointing to | compatible with |
        reminiscent of | resembles | resemble
        """,
    ),
    *_pairs(
        Cue.UNDONE,
        """
        wiped out | erased | blotted out | swallowed | swept away | eaten away | crowded out | overrun | invaded |
        unrecognizable | no longer recognizable | hard to recognize | difficult to recognize | torn apart |
        broken up | pushed aside | taken over |
        is hard to find | are hard to find | is hard to make out | are hard to make out | is nowhere to be seen |
        has given way | have given way | gives way | has been replaced | have been replaced | has been destroyed |
        have been destroyed | has collapsed | is buried | are buried | no longer preserved | no longer intact |
        is upset | are upset |
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
        and they are so |
        shows that it does | shows that it is | shows that they are | shows that they do | shows it does |
        which is what it does | which is what we have | which is what we see | which is what i see |
        which is exactly what | and that is what | and that is the case | and this is the case | and that is so |
        and such is the case | and so they are | and so it is | which is so | which is the case here |
        which happens to be the case | as turns out to be the case | as is indeed the case | as is the case |
        which it has | which this one is | which this one does | which this one has | and this one has |
        and here there is | and here there are | and there is | and there are | as this one has | as it has |
        which i do | which there is | which there are | and there is one | as i do | as i believe | as i think |
        as here | as is the case here | like this one | like here |
        as in this case | as in this image | as in this one | as this one is | as this one does | which it is |
        which they are | which it does | which they do | which is the case | as it is here | as they are here |
        which holds here | which applies here | and it is | and they are | and it does | and this one is |
        and this one does | as it does here | as it does | as it is | as they do here | as seen here | as we see here |
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
        as long as | so long as | on condition that | only if | supposing | supposing that |
        in case | provided the | provided it | provided there | if | unless | provided that | assuming |
        in the event that | only when | wenn
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
        please upload | please provide | do not know | not know | refer to a | not aware | leave it to | leave this to |
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
        lo siento | es tut mir leid | je suis désolé | désolé | desculpe | mi dispiace | ne peux pas |
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
        enough information | not sufficient to | not possible | impossible | unable to tell apart | cannot tell apart |
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
        step by step | break down | breakdown | walk you through | walk through | examine the image | check the image |
        can do that | would like me to | start by | begin by | can look at 
        """,
    ),
    *_pairs(
        Cue.PART,
        """
        heart | cardiac | mediastinal | mediastinum | ventricles | ventricular | size | bones | bony | contour |
        contours | costophrenic | otherwise normal | normal apart from | normal except for | normal aside from |
        the rest | rest is | skull | diaphragm | silhouette | surrounding | adjacent | trachea |
        soft tissues | sinuses | orbits | elsewhere | remaining | remainder | ribs | spine | rest of | differentiation |
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
        my vote is for |
        my reply | my response | the reply | the response | that being said | having said that | on that basis |
        on these grounds | on this basis | on those grounds | on that account | for practical purposes |
        to all intents and purposes | outcome : | bottom line : | result : | final result |
        in other words | that is to say | put differently | put another way | put simply | simply put |
        to put it simply | to put it to put it bluntly | to put it to be blunt | to be brief |
        to be clear | in plain words | in plain english | in plain terms | long story short |
        to cut a long story short | cutting to the chase | when all is said and done | at the end of the day |
        all things considered | everything considered | everything taken together | on the whole | by and large |
        the upshot | upshot | the long and the short of it | which leaves | that leaves | leaves us with | leaving |
        in the end | in sum | in total | net result | the net result | the outcome | end result | to wrap up |
        wrapping up | to finish | i conclude | i would conclude | i therefore conclude | we conclude |
        one can conclude | my conclusion | i end up with | i end up at | i end up on | i come down on |
        i come down in favor of | i land on | i land at | i arrive at | i settle for | i decide on | i decide for |
        i am settling on | i put it down as | i file it under | i file this under | i would file it under |
        makes it | which makes this | which makes it | that makes it | that makes this | this makes it |
        this decides it | that decides it | that settles it | this settles it | which settles it |
        in conclusion | conclusion | overall | final answer | in summary | on balance |
        guess : | i am guessing | guessing : | my hunch | hunch : |
        i guess | my guess | i would guess | just a guess | only a guess | educated guess | my bet | my gut feeling |
        gut feeling | my gut says | my feeling | my instinct | best bet |
        my money is on |
        in a word | in brief | in a nutshell | i choose | my answer | final diagnosis | impression | to conclude |
        summary | verdict | bottom line |
        the answer is | correct answer | answer | in short | all in all | taken together | altogether | ans |
        my pick | my choice | my verdict | final choice | i pick | i select | i would choose | i would pick |
        i would select | i am going with | i would go with | i go with | go with | settle on | to sum up | assessment |
        diagnosis | i opt for | opt for | i vote for | my vote | i would answer | the better answer | best answer |
        short answer | final verdict | most appropriate | decision | my call | i would call it | respuesta |
        antwort | réponse | resposta | risposta | 答案 | final
        """,
    ),
    *_pairs(
        Cue.CORRECTION,
        """
        turned me to | turns me to | brought me to | brings me to | led me to | leads me to | made me switch to |
        moves me to | won me over to | wins me over to | tipped me to | pushes me to | pushed me to |
        edit : | changing this to | changing it to | changing that to | changing my answer | changing to |
        i change to | i change it to | revise to | revise it to | revise this to | i revise to | switching to |
        i switch to | update : | amend | amending | i amend | erratum | i take back | taking that back |
        taking it back | correcting myself | i correct | let me rephrase | no , make that | stands corrected |
        no longer think so | on rereading | having looked again | having zoomed in | now that i look |
        now that i zoom in | looking once more | after zooming in | upon zooming in |
        actually | correction | on second thought | on second thoughts | on closer inspection | on a second look |
        on second look | wait | scratch that | strike that | i take that back | i take it back | on reflection |
        let me correct | i stand corrected | i was wrong | i was mistaken | my mistake | my bad | no , sorry |
        sorry , i mean | sorry , yes | sorry , make that | sorry , that should be |
        sorry , no | sorry , i meant | i meant | i mean | or rather | rather , | changes my mind | changed my mind |
        change my mind | on closer look | looking again | looking closer | looking more closely | looking at it again |
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
        was the first thing | my first reaction | first idea |
        readers would | people would | many would | some would | others would | colleagues would |
        radiologists would | pathologists would | dermatologists would | doctors would | one would say |
        plenty would | a novice would | a beginner would | made me think of | makes one think of |
        made one think of | reminded me of | had me think of | looked at first like | looked like at first |
        first looked like |
        might be tempted | may be tempted | could be tempted | be tempted | tempted to | might be inclined |
        could be inclined | would be inclined | inclined at first | might be misled | might be fooled |
        may be fooled | could be fooled | might fool | may mislead |
        would be the obvious | would be the natural | would be the easy | would be the first | would have been the |
        would have been my | would be tempting | is tempting | sounds tempting | looks tempting | tempts me |
        tempting | i would have said | i would have called | would have called | would have said |
        i would have gone with | would have gone with | i was leaning | was leaning | leaning at first |
        had leaned | was about to | i was about to | was tempted | am tempted | i was tempted | i started with |
        started out with | i began with | until i noticed | until i saw | might pass for | could pass for |
        may pass for | passes for | would pass for | superficially | on the surface | on the face of it |
        prima facie | from afar | from a distance | to the untrained eye | at a quick look | on a quick look |
        at first look | at first view | first instinct | my first instinct | initial instinct | it seemed |
        gives the impression of | gave the impression of | may give the impression | might give the impression |
        may suggest | might suggest | could suggest | would suggest at first | one is reminded of | reminds one of |
        invites the diagnosis | invites the label | had me thinking | made me think | at one point | for a moment |
        for a second | to begin with | you could be forgiven | one could be forgiven | one could argue |
        one might argue | some would argue | some might argue | one would call | some may call | you may think |
        you might call |
        initial read | initial reading | initial impression | initial assessment | preliminary | preliminarily |
        initially | at first glance | at first sight | at first | first impression | my first thought | i thought |
        i first thought | my initial | at a glance | considered | i considered | was considered | some might call |
        some would call | might call it |
        one would think | looks like it could be | one might think | one could think | might be mistaken for |
        on first look | on first glance | i was going to say | i was inclined | seemed to be | appeared to be |
        i had thought | you might think | it is tempting to | tempting to call | tempting to say | i leaned |
        i suspected |
        mistaken for | could be mistaken for | easily mistaken for | mistakable for
        """,
    ),
    *_pairs(
        Cue.OPENER,
        """
        there | it | this | the | which | i | we | that | indicating | suggesting | showing | revealing |
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
        without contrast | non contrast | no contrast | not to be confused | no longer doubt | may i | beyond doubt
        | not uncommon | can be visualized | can be appreciated | can be detected | no less than | suspicious for |
        concerning for | concern for | suspicion of | suspicion for | worrisome for | cannot be missed |
        not to be missed | hard to miss | cannot be overlooked | cannot be ignored | cannot miss | difficult to miss |
        impossible to miss | impossible to overlook | nothing other than | none other than | nothing but |
        cannot help but | cannot but | no other explanation than | not resolved |
        not yet resolved | incompletely resolved | not fully resolved | not completely resolved | beyond a doubt |
        cannot be denied | undeniable | leaves no doubt | if i had to | if forced to | if i must | if anything |
        if i have to | if pressed | if forced | if you look | if we look | if i look | if one looks | if you want |
        if needed | if necessary | if i were to | if i had | if you have | if it changes | if symptoms | if you notice |
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
        no mistaking | no denying | cannot deny | no way around | not merely | not simply | not least | none the less |
        in no doubt | no ambiguity | no uncertainty | not unclear | no one would doubt | may have | could you |
        could i | may not be small | suspected | but not limited to | without hesitation
        """,
    ),
)
