"""What would be misread word by word, and does nothing as a whole, or is read with what stands further off."""

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import crossed, pairs

IGNORED: tuple[tuple[str, Cue], ...] = (
    # Read with what stands further off, in `idioms`.
    *pairs(
        Cue.IGNORED,
        """
        looks just like that of | look just like that of | looks like that of | looks exactly like that of |
        are the hallmarks of | is the hallmark of | has the hallmarks of | bears the hallmarks of |
        shows the hallmarks of | all the hallmarks of | so to speak |
        if you asked me to | if you asked me | if i were asked | if i was asked | if i am asked |
        if you were to ask me |
        unless i am mistaken | unless i am wrong | unless i miss something | unless i am missing something |
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
        no trouble seeing | no trouble finding | no difficulty in seeing |
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
        not surprisingly | no reason to doubt | no reason to question | no reason to disagree |
        no question about | no doubt about | no getting around | no getting away from |
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
    *crossed(
        Cue.IGNORED,
        """
        surrounded by | into | among | amid | adjacent to | next to | beside | away from | bordering | abutting |
        surrounding | in contrast to | unlike
        """,
        "normal|the normal",
    ),
    *pairs(
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
        without contrast | non contrast | no contrast | otherwise the normal |
        not to be confused | no longer doubt | may i | beyond doubt
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
        could i | may not be small | suspected | but not limited to
        """,
    ),
)
