"""Sentences that are a yes or no without the word: "It does", "far from it", "I am afraid so"."""

from medfrag_assets.scoring.lexicon import HARDLY
from medfrag_assets.scoring.replies.spoken import NO, REPLIES, YES, as_spoken

# A sentence that is a reply without the word.
_ELLIPSES_YES = as_spoken(
    """
    more yes than no | rather yes than no | closer to yes | closer to a yes | nearer to yes | nearer to a yes |
    it is | it does | they are | correct | sure does | sure is | true | indeed | likely | probably | most likely |
    very likely | highly likely |
    definitely | certainly | absolutely | that is correct | probably yes | it appears so | it seems so | of course |
    i do | it would | exactly | that is right | right | agreed | i agree | i think so |
    i believe so | i would say so | i guess so | i suppose so | i presume so | i reckon so | i expect so |
    i imagine so | i guess yes | i would guess so | i would guess yes | looks like it |
    it looks like it | it looks that way | seems so | appears so |
    it seems that way | it appears that way | without a doubt | no doubt | undoubtedly | it sure does |
    it certainly does |
    it does indeed | it is indeed | i am afraid so | i would think so | this is the case | that is the case |
    this is true |
    quite likely | quite probably | almost certainly | in all likelihood | for sure | affirmative | presumably |
    obviously |
    sure | it has | this is correct | that is true | it appears to be | it seems to be | it looks to be |
    i suspect so |
    clearly | unmistakably | it definitely is | it definitely does | very much so | surely | oh yes | beyond doubt |
    it does look that way | it does look like it | it does seem so | it does appear so | it does seem that way |
    it really does | it really is | it does appear that way | it does look it |
    there is indeed | does | there is one | it is there | indeed it does | indeed it is | sorry , yes |
    yes it does | yes it is | indeed there is | looks it | it looks it | looks that way | looks like one |
    it looks like one | there certainly is | more than that |
    more than just evidence | and how | no fault with it | i can find no fault with it | i find no fault with it |
    i see no cause to call it anything else | i see no cause to call it otherwise |
    i can see no reason to call it otherwise |
    no reason to call it anything else | no reason to call it otherwise | my reply is affirmative | is affirmative |
    i see no reason to call it anything else | i would not call it anything else | i have no objection |
    i have no quarrel with it | no objection | it does show that | that it does | that it is | no denying it |
    there is no denying it | no denying that | there is no denying that | no question | no question about it |
    there is no question about it | there is no doubt about it | no doubt about it | no two ways about it |
    there is no getting around it | you bet | you could say so | you could say that | one could say so |
    i should think so | i should say so | i would have to say so | i would agree | i concur | i have no doubt |
    no mistaking it | there is no mistaking it | i see no reason to call it otherwise | make no mistake |
    i see no reason to say otherwise | i see no reason to think otherwise | no reason to think otherwise |
    i have no reason to think otherwise | i have no reason to doubt it | i see no reason to doubt it |
    no reason to doubt it | nothing suggests otherwise | nothing says otherwise | nothing speaks against it |
    nothing points the other way | nothing argues against it | i could not agree more | no argument there | too right |
    that is how it looks | that is how i see it | that is what i see | that is what it looks like |
    that is what it shows | just so | quite so | quite | in the affirmative | vero | richtig | vrai | verdadero |
    correcto | stimmt | genau | claro | верно | exacto | esatto | it does so | they do | they do indeed | i can see it |
    i can see it clearly | this one does | this one is | it would seem so | so it seems | so it would seem |
    so it appears | it would appear so | by all means | without question | without any doubt | not a doubt
    """
)
# "There is nothing about it that is not."
_ELLIPSES_YES |= {
    f"{head} {where} that {verb} not"
    for head in ("there is nothing", "there is no part", "i see nothing", "i find nothing", "nothing is")
    for where in ("about it", "in it", "of it", "on it", "here", "about this", "in this")
    for verb in ("is", "does", "are")
}
_ELLIPSES_NO = as_spoken(
    """
    more no than yes | rather no than yes | closer to no | closer to a no | nearer to no | nearer to a no |
    it is not | it does not | there is not | they are not | not | unlikely | probably not | not likely |
    highly unlikely | very unlikely | false | incorrect | definitely not | certainly not | not at all |
    absolutely not | not really | never | i do not think so | there are not | i do not | it would not | not so |
    i guess not | i suppose not | i hope not | i imagine not | i expect not | i would guess not | i would not say so |
    i do not believe so | i think not | i am afraid not |
    most likely not | by no means | no way |
    far from it | not in the least | that is incorrect | that is false | that is not correct | that is not the case |
    this is not the case | not the case | wrong | i doubt it | doubtful | does not appear so | it does not appear so |
    it does not seem so | does not look like it | it does not look like it | it does not seem to be | i disagree |
    it does not appear to be | not that i can see | not that i see | clearly not | obviously not |
    almost certainly not |
    quite unlikely | extremely unlikely | improbable | not in this image | not here | not even close |
    nothing of the sort |
    nothing of the kind | on the contrary | anything but | hardly | not quite | surely not | presumably not |
    it has not |
    i see none | none seen | none found | none detected | none visible | i see nothing of the sort |
    not particularly |
    this is not | that is not true | this is not true | under no circumstances | seems unlikely | it seems unlikely |
    highly improbable | very doubtful | i would say not | of course not | no it is not | it definitely is not |
    does not | that is wrong | this is wrong | it is wrong | this is incorrect | that is not right |
    this is not right |
    does not show it | it does not show it | does not show that | does not show one | does not show any | sorry , no |
    not to my eye | not that i can tell | none that i can see | none that i see | not as far as i can see |
    only in part | in part only | only partly | partly | not in the least bit | not by a long way |
    not by a long chalk |
    if only it were | if only it was | if only | i wish it were | i wish it was | i wish i could say so |
    would that it were |
    not that anyone could tell | not that anyone could see | not that anyone can see | not that one could tell |
    not that i could tell | not that you could tell | does not look it | it does not look it | does not look like one |
    does not look that way | it does not look that way | only to a degree | not entirely | not completely |
    not fully | not wholly | not altogether | not exactly | not strictly | not totally |
    it would have been | it would have | a long way from it | a far cry from it | miles from it | nowhere near it |
    a world away from it | not in the sense you mean | not as it stands | i cannot say so | i could not say so |
    hardly likely | does not seem so | i find none | not true | not in the slightest | not remotely | not by any means |
    not by a long shot | not a chance | no chance | nowhere near | i would not call it that | would not call it that |
    i would not call it so | i would not | i would not say that | the opposite | quite the opposite |
    just the opposite | the reverse | quite the reverse | quite the contrary | quite the other way round |
    the other way round | i would say the opposite | i would say the reverse | the opposite is true |
    the opposite is the case | the reverse is true | nothing could be further from the truth | negativ | falso |
    falsch | faux | errado | sbagliato | неверно | stimmt nicht | i beg to differ | i would disagree |
    i would argue otherwise | i would say otherwise | not on this evidence | not that one could see |
    not that i could see | not that i noticed | not as far as i can tell | not any more |
    not anymore | no such luck | no such thing | not anywhere | not in my opinion | not in my view | not to me |
    not in my book | no longer | the answer is in the negative | in the negative | would not say so |
    the facts say otherwise | i think otherwise | otherwise | not strictly speaking | not by any stretch |
    it is anything but | anything but that | not so far as i can see | it fails to | it fails to do so |
    not even remotely | hardly the case | that is hardly the case | this is hardly the case | hardly so |
    that is hardly so | it is hardly so | scarcely | it is hardly that | hardly that
    """
) | frozenset(
    f"{who} {can} {hardly} {verb} {what} that"
    for who in ("i", "one", "you", "we", "nobody")
    for can in ("would", "could", "can", "will")
    for hardly in ("hardly", "scarcely", "not", "never", "no longer")
    for verb in ("call", "label", "name", "describe", "term")
    for what in ("it", "this", "that", "these", "them")
    if (hardly, who) != ("not", "nobody")
)
LONGEST_ELLIPSIS = 10
_LEADS = as_spoken(
    """
    i | am | afraid | fear | glad | happy | pleased | relieved | sorry | to | say | report | tell | you | that |
    think | believe | would | sure | certain | confident | convinced | suspect | guess | must | have | admit |
    confess | conclude | seems | me | my | feel | dare | inclined | can | only | regret | it | is | clear | obvious |
    plain | do | not | we | one | should | could | and | so | reckon | trust | know | see | find | given
    """
)
_PRO_YES = as_spoken(
    "it is | it does | there is | there are | they are | they do | this is | it has | it would | this one is | "
    "this one does | so | it is so | it is the case"
)
_PRO_NO = as_spoken(
    "it is not | it does not | there is not | there are not | they are not | they do not | this is not | "
    "it has not | this one is not | this one does not | there is none | there are none | not | it is not so | "
    "it is not the case | otherwise"
)
BEGIN_A_REPLY = _LEADS | {"so"} | {form.partition(" ")[0] for form in _ELLIPSES_YES | _ELLIPSES_NO}


def _led(words: list[str]) -> bool | None:
    """Whether an elliptic reply behind "I am afraid", "I do not think" and the like is a yes (true) or a no (false)."""
    if words[0] not in _LEADS or not 3 <= len(words) <= LONGEST_ELLIPSIS + 2:
        return None
    for place in range(1, len(words) - 1):
        if words[place - 1] not in _LEADS:
            return None
        rest = " ".join(words[place:])
        if rest in _PRO_YES or rest in _PRO_NO:
            return (rest in _PRO_YES) == (words[:place].count("not") % 2 == 0)
    return None


def assent_of(texts: list[str], said: str) -> bool | None:
    """Whether the words are a yes without the word (true), a no (false), or neither: "I think so", "not really, no"."""
    # Most words begin none of these, which is quickly seen.
    if texts[0].partition(" ")[0] not in BEGIN_A_REPLY and not texts[0].endswith("ly"):
        return None
    plain = " ".join(text for text in texts if text in HARDLY or not (text.endswith("ly") and len(texts) > 1))
    forms = [said, plain if len(plain) > 3 else said]
    if plain == "so" != said:
        return True
    led = _led(said.split(" ")) if len(texts) > 2 else None
    if led is not None:
        return led
    if texts[-1] in REPLIES:
        forms.append(" ".join(texts[:-1]))
    for form in forms:
        if form in _ELLIPSES_YES or form in _ELLIPSES_NO:
            assents = form in _ELLIPSES_YES
            return assents if form is not forms[-1] or texts[-1] not in (NO if assents else YES) else None
    return None
