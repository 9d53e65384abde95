"""How sure a side is: likely, possible, left open, or only spoken for."""

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import crossed, pairs, phrases

DOUBTS: tuple[tuple[str, Cue], ...] = (
    *crossed(
        Cue.HEDGE,
        """
        to be | must be | should be | needs to be | need to be | has to be | have to be | ought to be | yet to be |
        still to be | not been | not yet | not yet been
        """,
        "ruled out | excluded | confirmed or excluded | confirmed or ruled out | ruled in or out | "
        "excluded or confirmed",
    ),
    *pairs(
        Cue.LIKELY,
        """
        more than likely | likely | probably | probable | most plausible | more plausible | most probable |
        most likely |
        almost certainly | certainly | definitely | presumably |
        very likely | highly likely | good chance | high chance | strong chance | high risk of | high risk for |
        elevated risk of | high suspicion of | high suspicion for | more likely | more likely than not |
        in all likelihood |
        my best guess | best guess | i would favor | most probably | favored |
        i favor | best fits | fits best | most consistent with | top differential | leading differential |
        main differential | lean towards | leaning towards | lean toward | leaning toward | tend towards |
        until proven otherwise | wahrscheinlich | probablemente | probablement | provavelmente | probabilmente
        """,
    ),
    *pairs(
        Cue.MODAL,
        """
        like these can be | like this can be | like that can be | of this kind can be | such as this can be |
        like these can occur | like this can occur |
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
        worth considering | worth considering : | not to be excluded | crosses my mind |
        has to be considered | have to be considered | be entertained | be contemplated | be taken into account |
        be on the differential | in the differential | imaginable | thinkable | puede ser | podría | podrían |
        pourrait |
        pourraient | könnte | könnten | potrebbe | potrebbero | poderia | pode ser | vielleicht |
        möglich | möglicherweise | posible | posiblemente |
        possibile | possível | quizás | peut être | forse | talvez | возможно | 可能 | 也许
        """,
    ),
    *pairs(
        Cue.HEDGE,
        """
        as likely as | just as likely as | as probable as | as plausible as | as likely to be |
        as well as it fits | just as well as it fits | as well as it does | not definite | no verdict from me |
        no verdict either way |
        some overlap | overlap between | there is overlap | considerable overlap | overlap of features |
        features overlap | findings overlap | appearances overlap | something in between | falls in between |
        lies in between | sits in between | is in between |
        indeterminate | inconclusive | equivocal | borderline | uncertain | unclear | not clear | not sure | unsure
        | not certain | possibly | maybe | perhaps | ambiguous | nonspecific | non specific | depends | depending on
        | not conclusive | not definitive | not diagnostic | undetermined | uncertainty | not ruled out |
        not excluded | not exclude | not rule out | not entirely clear | not be excluded | no definitive conclusion
        | cannot say for sure | cannot say for certain |
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
        some features | lean neither way | neither way |
        not able to settle | difficult to commit | hard to commit | hard to choose between | sits between |
        halfway between | somewhere between | ambivalent | not unequivocal | not decisive |
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
        not settle on either | not decide between | both options open | unentschieden |
        unklar | unsicher | incierto | dudoso | incertain | 不确定 | 無法確定 |
        back and forth | room for doubt | some doubt | have my doubts | the jury is still out | jury is still out |
        jury is out | remains to be seen | time will tell | debatable | dubious | arguable | not specific for |
        somewhat suspicious | might not be | may not be | hard to be certain | hard to be sure |
        difficult to be certain | on the verge | a draw | a tie | stalemate | deadlock | a dilemma | wavering |
        waver |
        i waver | vacillate | vacillating | oscillate | indecision | indecisive | dithering |
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
        the same pattern | the same effect | the same sign | could do that | may do that |
        might do that |
        could do this | can do this | could disagree | would disagree | may disagree | might disagree | can disagree |
        either camp | both camps | matter of taste | matter of definition | eye of the beholder | whom you ask |
        who you ask | just as easily | as easily be | at a loss | in circles | in a circle |
        somewhere in the middle | neither here nor there | neither one nor the other | a mixed bag | mixed message
        """,
    ),
    *crossed(
        Cue.HEDGE,
        "remains to be|remain to be|is yet to be|has yet to be|have yet to be|are yet to be",
        "clarified|determined|established|shown|settled|decided|answered|proven|found out|resolved|worked out",
    ),
    *crossed(
        Cue.HEDGE,
        "on the|on the very|at the|near the|close to the|right at the|right on the|along the|upper|lower",
        "line between|border between|boundary between|edge between|cusp of|threshold of|threshold between|"
        "boundary of|border of|limit of|limits of|borderline between|dividing line between|brink of|edge of",
    ),
    # "A ruler along the edge of the image" says where something is.
    *crossed(
        Cue.IGNORED,
        " | ".join(
            f"{where} {edge} of"
            for where in phrases("on the|at the|near the|close to the|right at the|right on the|along the|upper|lower")
            for edge in ("edge", "border", "boundary", "limit", "limits")
        ),
        "the|this|that|a|an|its|each|one",
    ),
    *pairs(
        Cue.SPEAKS,
        """
        points for | pros of | what speaks for |
        speaks for | speak for | speaking for | argues for | argue for | arguing for | in line with | in favor of |
        would fit | hints of | a hint of | hint of | a suggestion of | the sort of thing | the kind of thing |
        can be seen in | may be seen in | are seen in |
        is also seen in | are also seen in | also occurs in | also occur in | makes me think of | make me think of |
        reminds me of | remind me of | brings to mind | bring to mind | points to | point to |
        points towards | points toward | pointing to | compatible with |
        reminiscent of | resembles | resemble
        """,
    ),
)
