"""How a text goes on: talk, joints between clauses, conclusions, corrections and first impressions."""

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import pairs

TURNS: tuple[tuple[str, Cue], ...] = (
    *pairs(
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
    *pairs(
        Cue.BREAK,
        """
        has turned into | have turned into | turned into | has become | have become | has transformed into |
        has developed into | has evolved into | has progressed to |
        but | however | although | though | yet | while | whereas | nevertheless | nonetheless | because | since |
        in view of | in light of | in the light of | on account of | owing to | in the face of | considering the |
        considering that |
        so | therefore | thus | hence | despite | except | even so | aber | sondern | pero | sino | mais | ma | mas |
        но | а | 但 | 而是 | that said | on the other hand | as there | as it | as the | given that | given the
        """,
    ),
    *pairs(
        Cue.CONCLUSION,
        """
        the answer has to be | the answer must be | answer has to be | answer must be | has to be answered |
        must be answered | gets my vote | get my vote | i side with | siding with | put me down for |
        count me in for | i would sooner go with | i would rather go with | my vote goes to | my vote goes for |
        my vote is for | my reply | my response | the reply | the response | that being said | having said that |
        on that basis | on these grounds | on this basis | on those grounds | on that account |
        for practical purposes | to all intents and purposes | outcome : | bottom line : | result : | final result |
        in other words | that is to say | put differently | put another way | put simply | simply put |
        to put it simply | to put it bluntly | to be blunt | to be brief | to be clear |
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
    *pairs(
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
    *pairs(
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
        i started with | started out with | i began with | until i noticed | until i saw |
        superficially | on the surface |
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
        one would think | looks like it could be | one might think | one could think |
        on first look | on first glance | on first pass | on a first pass | at first pass | first pass |
        i was going to say | i was inclined | seemed to be | appeared to be |
        i had thought | you might think | it is tempting to | tempting to call | tempting to say | i leaned |
        i suspected
        """,
    ),
    *pairs(
        Cue.OPENER,
        """
        there | it | this | the | which | what | i | we | that | indicating | suggesting | showing | revealing |
        demonstrating | is | are | appears | looks | rather | but rather | instead | these | those |
        with evidence | just | only | they | both | each | please | you | a specialist
        """,
    ),
    *pairs(Cue.SHOWS, "means|spells|signifies|shows|reveals|demonstrates|indicates|has|contains|displays|exhibits"),
    *pairs(Cue.JOINS, "and|or|as well as|/|plus"),
)
