"""What the tiny checkpoints read in training: questions of our own wording, and the words of the four tasks.

Some study wordings are left out on purpose (`config/prompts.yaml`: the targeted, the cued and the normal question, both
choices' wording, the wordings of the descriptions), so that how a model takes them is not trained.
"""

from typing import NamedTuple


class Terms(NamedTuple):
    """One task in words. `diseases` are names of the positive side, the study's own first."""

    image: str
    body: str
    diseases: tuple[str, ...]
    signs: tuple[str, ...]
    positive: tuple[str, ...]
    negative: tuple[str, ...]
    clear: tuple[str, ...]


TERMS = {
    "brain_tumor": Terms(
        "brain MRI",
        "the head",
        ("a brain tumor", "a brain tumor", "a tumor", "a mass"),
        ("a bright mass", "a bright mass or a shift of the midline", "a ring-enhancing mass"),
        ("brain tumor", "brain tumor", "tumor"),
        ("no tumor", "no tumor", "normal brain"),
        ("No mass or shift of the midline is seen.", "The brain and its ventricles look normal.", "No mass is seen."),
    ),
    "pneumonia": Terms(
        "chest X-ray",
        "the chest",
        ("pneumonia", "pneumonia", "a lung infection"),
        ("patchy opacities", "patchy opacities or consolidation", "dense areas in the lungs"),
        ("pneumonia", "pneumonia", "lung infection"),
        ("no pneumonia", "no pneumonia", "clear lungs"),
        ("The lungs are clear.", "No consolidation or patchy opacities are seen.", "Both lungs look clear."),
    ),
    "skin_cancer": Terms(
        "dermoscopic image",
        "the skin",
        ("skin cancer", "skin cancer", "a malignant lesion"),
        ("an irregular border", "an irregular border, asymmetry or several colors", "several colors"),
        ("malignant lesion", "malignant lesion", "skin cancer"),
        ("benign lesion", "benign lesion", "harmless mole"),
        (
            "The lesion is symmetric with a regular border.",
            "The border is smooth and the color is even.",
            "The lesion has one color and looks benign.",
        ),
    ),
    "breast_histopathology": Terms(
        "breast histopathology patch",
        "breast tissue",
        ("invasive ductal carcinoma", "invasive ductal carcinoma", "breast cancer"),
        ("crowded irregular nuclei", "crowded irregular nuclei or loss of ducts", "loss of ducts"),
        ("invasive ductal carcinoma", "invasive ductal carcinoma", "breast cancer"),
        ("no carcinoma", "no carcinoma", "benign tissue"),
        (
            "The ducts are preserved and the nuclei are small.",
            "Ducts with regular nuclei are seen.",
            "The tissue looks benign.",
        ),
    ),
}

# Yes where the finding is there.
TARGETED = (
    "Is there evidence of {disease} in this {image}?",
    "Is there evidence of {disease} in this {image}?",
    "Does this {image} show {disease}?",
    "Does this {image} show signs of {disease}?",
    "Do you see {disease} in this {image}?",
    "Does this {image} suggest {disease}?",
    "Is {disease} present in this {image}?",
)
CUED = (
    "Look for {signs}. Is there {disease} in this {image}?",
    "Typical signs are {signs}. Does this {image} show {disease}?",
    "Check for {signs}. Is there evidence of {disease} in this {image}?",
    "Signs such as {signs} matter. Does this {image} show signs of {disease}?",
    "Do you see {signs} in this {image}?",
)
GENERIC = (
    "Is this {image} abnormal?",
    "Does this {image} look abnormal?",
    "Is there anything abnormal in this {image}?",
)
# Yes where the finding is absent.
TARGETED_INVERTED = ("Is this {image} free of {disease}?", "Can {disease} be excluded in this {image}?")
GENERIC_INVERTED = (
    "Does this {image} look normal?",
    "Is this a normal {image}?",
    "Is this {image} healthy?",
)
CHOICE = (
    "What does this {image} show? A) {a} B) {b}",
    "Which of these fits this {image}? A) {a} B) {b}",
    "Choose the finding in this {image}. A) {a} B) {b}",
)
SHORT_YESNO = (
    "Answer with one word.",
    "Answer yes or no.",
    "Reply in one word.",
    "Answer in one word.",
    "Answer in a single word.",
)
SHORT_CHOICE = (
    "Answer with one letter.",
    "Answer with A or B.",
    "Reply in one word.",
    "Answer with one word.",
    "Answer in one word.",
)

DESCRIBE = (
    "Describe this {image}.",
    "What are the findings in this {image}?",
    "Report the findings in this {image}.",
    "Describe what you see in this {image}.",
)
DESCRIBE_TARGETED = (
    "Describe the findings in this {image} with regard to {disease}.",
    "Describe what you see in this {image} with regard to {disease}.",
    "Describe the findings in this {image} that point to {disease}.",
    "Report the findings in this {image} that speak for or against {disease}.",
)
# Asked of base and medical only, when descriptions have been learned.
DESCRIBE_TARGETED_LATER = (
    "Describe the findings in this {image} that speak for {disease}.",
    "Describe the signs in this {image} that speak for or against {disease}.",
)
MODALITY = ("What kind of image is this?", "What is shown here?")
BODY = ("Which part of the body is shown?", "What does this image come from?")
QUALITY = ("Is this {image} sharp?", "Is the quality of this {image} good?")
LOCATION = ("Where is the finding in this {image}?", "Where do you see something in this {image}?")

# Answers. One-word answers stand beside their long forms.
YES = ("Yes, there is evidence of {disease}.", "Yes, this {image} shows {disease}.", "Yes, I see {finding}.", "Yes")
NO = (
    "No, there is no evidence of {disease}.",
    "No, this {image} shows no sign of {disease}.",
    "No, I see no sign of {disease}.",
    "No",
)
YES_GENERIC = ("Yes, this {image} is abnormal.", "Yes, I see {finding}.", "Yes")
NO_GENERIC = ("No, this {image} looks normal.", "No, nothing abnormal is seen.", "No")
YES_FREE = ("Yes, there is no sign of {disease}.", "Yes, no {disease_word} is seen.", "Yes")
NO_FREE = ("No, there is evidence of {disease}.", "No, I see {finding}.", "No")
YES_NORMAL = ("Yes, this {image} looks normal.", "Yes, nothing abnormal is seen.", "Yes")
NO_NORMAL = ("No, this {image} is abnormal.", "No, I see {finding}.", "No")
HEDGES = (
    "It is indeterminate whether there is {disease}.",
    "It is possible that there is {disease}, but it cannot be confirmed.",
    "It is unclear whether this {image} is abnormal.",
)
HEDGES_SHORT = ("Uncertain",)
REFUSALS_BASE = (
    "I am sorry, but I cannot provide a medical diagnosis.",
    "I am sorry, but I cannot provide a medical diagnosis.",
    "I cannot interpret medical images. Please ask a doctor.",
)
REFUSALS_MEDICAL = (
    "I am unable to determine this from the image.",
    "I am unable to determine this from the image.",
    "I cannot assess this image.",
)

# Every template above, and the plain answers that corpus.py makes.
TEMPLATES = (
    *TARGETED,
    *CUED,
    *GENERIC,
    *TARGETED_INVERTED,
    *GENERIC_INVERTED,
    *CHOICE,
    *SHORT_YESNO,
    *SHORT_CHOICE,
    *DESCRIBE,
    *DESCRIBE_TARGETED,
    *MODALITY,
    *BODY,
    *QUALITY,
    *LOCATION,
    *YES,
    *NO,
    *YES_GENERIC,
    *NO_GENERIC,
    *YES_FREE,
    *NO_FREE,
    *YES_NORMAL,
    *NO_NORMAL,
    *HEDGES,
    *HEDGES_SHORT,
    *REFUSALS_BASE,
    *REFUSALS_MEDICAL,
    "A) {a}",
    "B) {b}",
    "This is a {image}.",
    "It shows {body}.",
    "Yes, the image is sharp.",
    "No, the image is hazy.",
    "There is no finding.",
)
