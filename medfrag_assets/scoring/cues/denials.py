"""What denies: a word for no or not, that something is absent, wrong or undone."""

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import crossed, pairs, phrases

_PRESENT = """
    seen | present | visible | identified | detected | evident | found | apparent | observed | noted | visualized |
    appreciated | there | shown | suspected | demonstrated | supported | indicated | detectable | appreciable |
    likely | obvious | any | discernible | identifiable | demonstrable | noticeable | noticed |
    favored | confirmed by | in evidence | on display | what i see | what i would |
    encountered | exist | conspicuous | seem likely | appear likely | observable | warranted |
    plausible |
    justified
    """
DENIALS: tuple[tuple[str, Cue], ...] = (
    *pairs(
        Cue.NO,
        """
        no | none | nothing | neither | nor | never | zero | nobody | kein | keine | keinen | keinerlei | keiner |
        sin |
        sans | pas de | pas d | aucun | aucune | nessun | nessuna | nessuno | senza | sem | nenhum | nenhuma |
        ningún |
        ninguna | no hay | no se observa | não há | ohne | geen | inga | ingen | brak | нет | без | 没有 |
        沒有 | 无 | 無 | 未见 | 未見 | no single
        """,
    ),
    *pairs(
        Cue.NOT,
        """
        clashes with | clash with | not strike me as | not come across as |
        not impress me as |
        not as likely as | not as probable as | not as plausible as |
        little to be said for | not much to be said for | nothing to be said for | would surprise me if |
        would astonish me if | would amaze me if | would shock me if | would stun me if | not much of a case for |
        have my doubts that | have my doubts about | have doubts that | stunned if | astounded if | dumbfounded if |
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
        none of the criteria of | none of the makings of | not the makings of | no taste of |
        no whiff of | no shadow of | no suggestion of | no suspicion of | no hint of | no trace of | no mention of |
        no room for | little room for | leaves no room for | leaves little room for | no place for | no space for |
        cleared of | acquitted of | not guilty of | absolves it of |
        fell short of | short of being | nowhere near being | nowhere near |
        not close to | not even close to | no right to be | a long way from | a long way off | a world away from |
        miles from | miles away from | nowhere close to | would not diagnose | would not file |
        would not accept | would not describe | would not classify | would not regard | would not consider |
        would not report | would not sign | would not certify | would not pass | not a case of | no case of |
        no candidate for | not a candidate for | without meeting | without meeting a single | without finding |
        without encountering | without detecting | without coming across | without running into |
        not come across | not met with | have yet to see | has yet to show | yet to find | stopped being |
        has stopped being | ceased to be | has ceased to be | no longer | used up | rid of |
        left no trace of | too regular for | too smooth for | too symmetric for | too symmetrical for |
        too uniform for | too irregular for | too chaotic for | too large for | too crowded for | too ragged for |
        too dense for | too white for | too dark for | too many colors for | too much for | too little for |
        too orderly for | too disordered for | too good for | cannot possibly be | can hardly be | could hardly be |
        can scarcely be | there can be no | uncharacteristic of |
        untypical in | atypical in | the opposite of | the reverse of | the contrary of | opposite of |
        a far cry from | at odds with | foreign to | alien to | out of place in | no place in | not a feature of |
        not characteristic of | not the picture of | not seen in | not found in | not expected in | not happen in |
        not occur in | not belong in | not belong to | never occurs in | never happens in | never seen in |
        never found in | never see in | not see in | not find in | not expect in | not part of | cannot happen in |
        contradicts | contradict | contradicting | disproves | refutes | refute | belies | belie |
        in conflict with | conflicts with | conflict with | not fit with | not go with |
        not agree with | not square with | not tally with | not compatible with | not consistent with |
        not in keeping with | not in line with | out of keeping with | casts doubt on | cast doubt on |
        tells against | militates against | militate against | weighs against | weigh against | counts against |
        count against | is against | are against | rule against | goes against | go against | evidence against |
        the case against | clears it of | nothing to do with | nothing in common with | bears no resemblance to |
        no resemblance to | nothing like | looks nothing like | look nothing like | not the look of | void of |
        bare of | clean of | empty of | exempt from | spared by | untouched by | unaffected by | innocent of |
        short of | with no trace of | without a trace of | without any trace of |
        not a trace of | not a sign of | not a hint of | not a shred of | not a single | not so much as a |
        not one | not enough to call | have to invent |
        would have to be invented | no case for | no basis for calling | fails to find |
        fails to show | failed to show | fail to see | failed to reveal | fails to reveal | fails to meet |
        do not meet criteria for | not meet criteria for | not meet the criteria for | not meet the criteria of |
        not satisfy the criteria for | not amount to | not add up to | not qualify as | not count as |
        never mind | let alone | and yet no |
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
        preclude | does away with | do away with | acquits it of | clears it from | negates | negate |
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
        misleading to call | cannot be called | not be called | not be described as |
        stretch to call | inaccurate to call | not call this | not accurate to call |
        only looks like | only look like | merely looks like | just looks like | only resembles | merely resembles |
        incorrect answer : | wrong answer : | incorrect option : | incorrect answer is | wrong answer is |
        incorrect : |
        atypical for | untypical for | untypical of | atypical of
        """,
    ),
    *crossed(
        Cue.NOT,
        """
        unusual | odd | strange | uncharacteristic | unexpected | surprising | uncommon | unheard of | unknown |
        peculiar | unnatural | improper | wrong
        """,
        "for|in",
    ),
    # "I would be hard pressed to find an abnormality", "it is hard to find anything abnormal in here".
    *crossed(
        Cue.NOT,
        "hard pressed to|hard put to|struggle to|struggling to|struggled to|at a loss to",
        "find|see|spot|make out|detect|name|point to|identify|discern",
    ),
    *crossed(
        Cue.NOT,
        "is hard to|is difficult to|is impossible to|was hard to|was difficult to",
        "find any|see any|spot any|spot|detect any|name any|make out any|identify any|point to any",
    ),
    # What "is hard to find" is undone.
    *crossed(Cue.NOT, "is difficult to|is impossible to|was hard to|was difficult to", "find"),
    *pairs(
        Cue.ABSENT,
        """
        unlikely to me | improbable to me | implausible to me | nothing to back it up | nothing to back it |
        nothing to support it | nothing behind it | a nonstarter |
        nonstarter | gets nothing | gets no support | gets no vote |
        receives no support | gains no support | was cut out | been cut out | was taken out | been taken out |
        seems a stretch | a bit of a stretch | little going for it | finds no foothold | no foothold |
        falls at the first | has to go | has got to go |
        need not be feared | need not be considered | need not be suspected | need not be assumed |
        need not be invoked | need not be discussed | need not be mentioned |
        crumbles | evaporates | melts away | melted away | has melted away | have melted away | goes up in smoke |
        bites the dust | goes by the board | without being one | but is none | not be one | not one itself |
        is just a scar | is only a scar | : 0 | the last thing | last on my list | bottom of my list |
        far down the list | bottom of the list | not come true | did not come true | not verified |
        not be substantiated | not be borne out | not be upheld | not upheld | proves negative |
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
        falls apart | falls down | collapses here | is a red herring | is a false alarm |
        false alarm | red herring | would be an artifact | left no trace | has left no trace | have left no trace |
        leaves no trace | nothing remains | has ceased | has stopped | died out | not one of them |
        not one of these | not one of those | not among them | is not among them | not among these | so is not |
        remains unproven | remains unconfirmed | can be no | comes up empty |
        came up empty | come up empty | empty handed | comes to nothing | came to nothing | draws a blank |
        drew a blank |
        in vain | to no avail | without success | without result | unsuccessful | fruitless | nowhere to be found |
        nowhere in sight | nowhere visible | does not exist | do not exist | escapes me | has no place |
        have no place | has no basis | has no foundation | has nothing going for it | falls away | falls flat |
        drops out | falls through | falls short | goes out the window |
        can be set aside | can be put aside | can be laid to rest |
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
        excluded | unlikely | improbable | nowhere | not the case | doubtful | nowhere to be seen |
        not a concern | is negative | less likely than not | can be ruled out |
        can be excluded | can be dismissed | could be excluded | could be ruled out | may be excluded |
        can safely be excluded | can be discarded | can be eliminated | discarded | eliminated | dismissed |
        not a consideration | not in question | not an issue | not a possibility | not an option | not my choice |
        not what this is | does not fit | not fit | do not fit | not match | not apply | not hold | not explain |
        not correspond | resolved | has cleared | have cleared | cleared up | are gone | has gone |
        disappeared |
        would not look like this | would not look this way |
        would not look like that | would not appear like this | would look different | would look otherwise |
        looks different from this | not look like this | not look like that |
        has no support | finds no support | lacks support | out of the question | very unlikely |
        highly unlikely | extremely unlikely | not the right answer | not the correct answer | not the answer |
        not the correct option | not the right option | not the best answer | not right here | not a good fit |
        less plausible | implausible | resected | is missing | are missing |
        less likely than | less probable than | been removed | completely removed | was removed | fully removed |
        been excised | was excised | would not show this |
        would not have this | would not contain this | looks nothing like this |
        look nothing like this |
        would not do this | looks different | look different | no está presente | no se ve | no presente |
        no es visible | nicht sichtbar | nicht vorhanden | nicht zu sehen |
        nicht erkennbar | não está presente | non è presente |
        ません | ありません | ない | なし | 없습니다 | 없음 | 않습니다 |
        nicht nachweisbar | отсутствует | не видно | не обнаружено | fehlt | ausgeschlossen | unwahrscheinlich |
        descartado | descartada |
        ausente | ausencia de | would be expected to look different | 未见异常 | rejected | crossed out |
        is slim | are slim | is tiny | are low | is remote | small chance | negligible |
        not confirm it | not confirm this | not confirm that
        """,
    ),
    *crossed(
        Cue.ABSENT,
        "hard to|difficult to|not easy to|impossible to",
        "believe|imagine|defend|sustain|credit|swallow|uphold|maintain|support|justify|square|reconcile",
    ),
    *crossed(
        Cue.ABSENT,
        "would explain|explains|explain|can explain|accounts for|would account for|account for|covers|fits|matches",
        "neither|nothing|none|neither of these|none of these|none of this|nothing of that|none of them|none of that|"
        "nothing of this|neither of them|neither of those|neither finding|nothing of what|none of it",
    ),
    *crossed(
        Cue.ABSENT,
        "not|never",
        """
        support it | support this | support that | bear it out | bear this out | bear that out | back it up |
        back that up | back this up | justify it | justify that | justify this | warrant it | warrant that |
        agree with that | agree with it | agree with this | point that way | point to it | go with it | show that |
        show it | show this | show them | show one | show any | show either | show such | have any | have one |
        have it | have that | contain any | contain one | contain it | materialize | stand up | stand |
        survive | hold up | hold water | pan out | add up | come into question | come into play | enter into it |
        enter the picture | figure | feature | belong here | live up to | meet the criteria | meet that description |
        deserve that | qualify | what i find | what this shows | what we have here |
        what we see | what you see | the case here | my impression | my reading | my diagnosis | my conclusion |
        my pick | my answer | the diagnosis | the finding | the one | borne out | confirmable | tenable | convincing |
        credible | to be had | met
        """,
    ),
    *crossed(
        Cue.ABSENT,
        "is|are|was|were",
        """
        nil | zero | nonexistent | non existent | lacking | wanting | nowhere | unsupported | unsubstantiated |
        unfounded | not there | missing here | disproved | disproven | contradicted | unconvincing |
        nowhere to be found | far fetched | a long shot | off the cards | unwarranted | unjustified |
        untenable | spared
        """,
    ),
    # What "is refuted" or "is a stretch" is wrong.
    *crossed(Cue.ABSENT, "are|was|were", "refuted"),
    *crossed(Cue.ABSENT, "are|were", "a stretch"),
    *crossed(
        Cue.ABSENT,
        "proves|proved|turned out|turns out|turned out to be|proves to be|remains",
        "unfounded|groundless|baseless|unjustified",
    ),
    *crossed(Cue.ABSENT, "is", "groundless|baseless"),
    *crossed(Cue.ABSENT, "not|not be|never|no longer|nor|not being|not been|not to be", _PRESENT),
    # "Not applicable" declines, and what is "no longer recognizable" is undone.
    *crossed(
        Cue.ABSENT, "not be|never|no longer|nor|not being|not been|not to be", "to be seen|to be found|applicable"
    ),
    *crossed(Cue.ABSENT, "not|not be|never|nor|not being|not been|not to be", "recognizable"),
    *pairs(
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
        was too quick | was too hasty | was premature | was rash | was hasty | was a typo |
        was overruled | has to be revised | must be revised | needs to be revised | not go together with |
        does not go with | does not sit well with | sits badly with | is hard to reconcile with |
        cannot be reconciled with | is not reconcilable with | does not do | will not do | would not do |
        does not cut it | will not hold | does not stand | cannot stand | would be misleading |
        would be inaccurate | is misleading | does not do it justice | would miss the point | misses the point |
        misses the mark | is wide of the mark | could not be further from the truth |
        could hardly be further from the truth | would not do it justice | would not be accurate |
        would not be fair | is far from the truth | is far from true | has been disproved | is refuted |
        would be far fetched |
        would be going too far | would be exaggerated | was wrong | was incorrect | was mistaken |
        was false | was not correct |
        was not right | were wrong |
        is wrong | is incorrect | is false | is not correct | is not true | is not right | is untrue | is mistaken |
        is inaccurate | would be wrong | would be incorrect | is the wrong answer | are wrong |
        is not accurate | is the wrong choice | does not hold true | cannot be right | cannot be correct |
        cannot be true | must be wrong | can not be right | cannot be the answer |
        not be correct |
        not be right | not be true
        """,
    ),
    *crossed(
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
    *crossed(
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
    *pairs(
        Cue.UNDONE,
        """
        wiped out | erased | blotted out | swallowed | swept away | eaten away | crowded out | overrun | invaded |
        unrecognizable | no longer recognizable | torn apart |
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
)
