"""What is not said but asked, looked for or supposed, and the "as it is here" by which a condition is met."""

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import crossed, pairs, phrases

SUPPOSITIONS: tuple[tuple[str, Cue], ...] = (
    *pairs(
        Cue.ASKED,
        """
        what makes a | what we call | what counts as | what is called | what is meant by | was called |
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
        | type of | causes of | such as | asks about | asked if | asking about | asking if | asks if |
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
        distinguish between | to distinguish | differentiate between | differentiating |
        difference between | prevention of | signs of a typical | prognosis of | early detection of | detection of |
        survival of |
        incidence of | prevalence of | dealing with | in cases of | in case of | patients with | to identify |
        to determine | to assess | to evaluate | to find | to look for | to check for |
        to confirm | to establish | to tell | to know | to differentiate | to separate | to answer | evaluating for |
        examining for | assessing for | to decide | to see whether |
        people with | mimicking | mimics | mimic | can mimic | may mimic | masquerading as | options are |
        choices are | choose from | because of suspected | with suspected |
        sent because of | sent for | referred because of |
        neither in favor of | neither for | when it comes to | likelihood of developing |
        prior diagnosis of |
        if you notice | if you have | if you see | fears | worry about |
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
    *crossed(
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
    *crossed(
        Cue.ASKED,
        " | ".join(f"{verb} {how}" for verb in phrases("in") for how in phrases("normal|healthy|benign")),
        """
        breast | brain | chest | lung | lungs | skin | tissue | breast tissue | brain tissue | moles | nevi |
        lesions | scans | films | ducts | glands | people | cases | individuals
        """,
    ),
    *pairs(
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
if you are asking whether | if you are asking if | if you ask whether | if you ask if | if by | if you mean |
        if the question is whether | if the question is if | if what you mean is | if your question is whether |
        you wanted to know about | you want to know about | you inquired about |
        would have expected | would have expected to see | would have looked for | asked after | you asked after |
        you ask after | you asked about | you ask about |
        looked for | searched for | checked for | looked specifically for | searching for | examined for |
        went looking for | had there been | had it been | had this been | if it were | if this were | if there were |
        were this | were it | if it was |
        if this was | if there was | asked to look for | asked me to check for | looked carefully for |
        checking the image for |
        looked hard for | tried to find | trying to find | scanned for | hunted for
        """,
    ),
    # What another would take it for. What is said without such a word weighs more, as with a first impression.
    *pairs(
        Cue.INITIAL,
        """
        mistaken for | could be mistaken for | might be mistaken for | easily mistaken for | mistakable for |
        might pass for | could pass for | may pass for | passes for | would pass for
        """,
    ),
    *pairs(
        Cue.WOULD,
        """
        is what one would expect from | is what one expects from | is what you would expect from |
        is what one would expect with | is what one would expect of |
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
    *pairs(
        Cue.HOLDS,
        """
        tells me that they are | tells me that it is | tells me they are | tells me it is | and i believe they are |
        and i believe it is | and i think they are | and i think it is |
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
    *crossed(
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
    *crossed(
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
    *pairs(
        Cue.CONDITION,
        """
        suppose i said | suppose i say | suppose i answered | suppose i called | suppose i picked | suppose i chose |
        suppose i told | imagine i said | imagine i told | imagine i called | say i said | were i to say |
        as long as | so long as | on condition that | only if | supposing | supposing that |
        in case | provided the | provided it | provided there | if | unless | provided that | assuming |
        in the event that | only when | wenn | were there | provided these | provided this | provided they |
        on the condition that | granted that | given a history of |
        comes down to | boils down to | come down to | rests on whether | stands and falls with |
        in the presence of | in the absence of | should there be | hangs on | hinges on | turns on |
        falls or stands with |
        stands or falls with | presuming | contingent on | contingent upon | conditional on | hinge on |
        hang on whether
        """,
    ),
)
