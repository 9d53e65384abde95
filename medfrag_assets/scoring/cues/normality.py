"""What is said to be normal, and what is not."""

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import crossed, pairs

NORMALITY: tuple[tuple[str, Cue], ...] = (
    *pairs(
        Cue.NORMAL,
        """
        cannot find fault | not find fault | find no fault | cannot find any fault | find nothing to fault |
        not worry me | not bother me | not concern me | not trouble me | not alarm me |
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
        nothing that would concern | nothing alarming | nothing that stands out |
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
    *crossed(
        Cue.NORMAL,
        "off|through|it|this|them|one|film|scan|image|report|pass|read|slide|patch|study",
        "as clear|as clean|as fine|as all clear|as ok|as okay|as in order",
    ),
    *pairs(
        Cue.ABNORMAL,
        """
        bothers me | would bother me | would trouble me | would alarm me |
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
        anything is wrong | anything is amiss | anything is off |
        anything of interest | anything of note | anything remarkable | anything untoward | anything noteworthy |
        anything to report | anything out of place | anything off | anything that does not belong | anything awry |
        anything striking | anything out of order | out of place | out of order | out of line | amiss | awry |
        untoward | does not belong | do not belong | not supposed to be | departs from the norm |
        departure from the norm | departs from normal | deviates from the norm | deviates from normal |
        deviates from | something amiss | something untoward | something foreign |
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
        no business there |
        anything that would worry me | anything that worries me | cause for concern |
        reason for concern | not right | alarming |
        not quite right | not as it should be | not as they should be | suspicious for disease | anomalie | anomalía |
        anomalías | anomalia | auffälligkeit | auffälligkeiten | anormal | anormales |
        anormale | auffällig | krankhaft | anomalo | patologico | патология | 异常 | 異常 | 不正常
        """,
    ),
    # "Not the slightest departure from what a brain should look like".
    *crossed(
        Cue.ABNORMAL,
        "departure|departures|departs|depart|deviation|deviations|deviates|deviate|differs|differ|different|divergence|"
        "removed|diverges|diverge",
        "from what|from how|from the expected|from the ordinary",
    ),
    # "Departure from the usual" stands among what was normal and is not.
    *crossed(
        Cue.ABNORMAL,
        "departures|departs|depart|deviations|deviates|deviate|differs|differ|different|divergence|removed|diverges|"
        "diverge",
        "from the usual",
    ),
    # "A loss of normal ducts", "the cells replace the normal stroma": what was normal is not.
    *crossed(
        Cue.ABNORMAL,
        """
        loss of | lack of | absence of | disruption of | displacement of | distortion of | destruction of |
        effacement of | replacement of | obliteration of | disappearance of | compression of | invasion of |
        infiltration of | disturbance of | disorganization of | disarray of | interruption of | alteration of |
        departure from | deviation from | lacks | lack | lost | loses | losing | lacking | replaces | replacing |
        replaced | destroys | destroying | displaces | displacing | distorts | distorting | disrupts | disrupting |
        effaces | effacing | obliterates | obliterating | invades | invading | infiltrates | infiltrating |
        compresses | compressing | overruns | overrunning | instead of | in place of | destroyed | effaced |
        obscures | pushing | pushes | pushing aside | pushes aside | shifting | shifts | takes the place of |
        taken the place of | crowds out | crowding out
        """,
        " | ".join(
            f"{which} {how}".strip()
            for which in ("", "the", "its", "their", "any")
            for how in ("normal", "healthy", "orderly", "usual")
        ),
    ),
)
