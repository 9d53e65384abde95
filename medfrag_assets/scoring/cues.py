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


# Later entries win over earlier ones of the same words.
SHARED: tuple[tuple[str, Cue], ...] = (
    *_pairs(
        Cue.NORMAL,
        """
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
    *_pairs(
        Cue.FINDING,
        """
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
    *_pairs(
        Cue.ABSENT,
        """
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
        Cue.HEDGE,
        """
        to be | must be | should be | needs to be | need to be | has to be | have to be | ought to be | yet to be |
        still to be | not been | not yet | not yet been
        """,
        "ruled out | excluded | confirmed or excluded | confirmed or ruled out | ruled in or out | "
        "excluded or confirmed",
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
        in between |
        halfway between | somewhere between | ambivalent | not unequivocal | not decisive | go either way |
        anyone's guess | anybody's guess | overlap | overlapping features | hard to say which |
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
    *_pairs(
        Cue.ASKED,
        """
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
    *_pairs(
        Cue.SEARCH,
        """
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
        what looks like | what appears to be | what seems to be | what might look like | what may look like |
        what resembles | turned out to be | turns out to be | proved to be | proves to be | as far as i can see |
        as far as i can tell | from what i can see | from what i see | from what i can tell | in my opinion |
        in my view | to my eye | judging from this image | from this slice | from this image | on this slice |
        no wonder | in question |
        can be made | can be diagnosed | can be confirmed | can be established | can be concluded |
        no room for doubt | leaves no room for doubt
        """,
    ),
    *_pairs(
        Cue.SPEAKS,
        """
        speaks for | speak for | speaking for | argues for | argue for | arguing for | in line with | in favor of |
        would fit | hints of | a hint of | hint of | a suggestion of | the sort of thing | the kind of thing |
        can be seen in | may be seen in | are seen in |
        is also seen in | are also seen in | also occurs in | also occur in | makes me think of | make me think of |
        made me think of | reminds me of | remind me of | brings to mind | bring to mind | points to | point to |
        points towards | points toward | pointing to | compatible with |
        reminiscent of | resembles | resemble
        """,
    ),
    *_pairs(
        Cue.UNDONE,
        """
        destroyed | effaced | disrupted | obliterated | replaced | is lost | are lost | is distorted | are distorted |
        distorted by | not preserved | not intact | is not maintained | are not maintained | overgrown | is gone |
        is disturbed | is no longer preserved | has been lost | have been lost
        """,
    ),
    *_pairs(
        Cue.HOLDS,
        """
        and they do | and it has | and they have | which it has | which they have | and there is |
        and there are | as it has | as they have | which i do | which there is | which there are |
        and there is one | as i do | as i believe | as i think |
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
