"""Findings, signs, and the parts of a picture of which "normal" says nothing about the whole."""

from medfrag_assets.scoring.cues.kinds import Cue
from medfrag_assets.scoring.cues.lists import pairs

FINDINGS: tuple[tuple[str, Cue], ...] = (
    *pairs(
        Cue.FINDING,
        """
        dark hole | hole in | holes in | broken rib | broken ribs | broken bone | broken bones | broken collarbone |
        collapsed lung | fluid around |
        fluid in the | fluid on the | fluid in both | fluid inside the | water in the | water on the | blood in the |
        blood on the | blood around | air around the | white spot | white spots | white dot | white dots | bruise |
        bruises | sore | sores | blister | blisters | pimple | pimples | boil | insect bite | bug bite | mosquito bite |
        tick bite | wound | scab | sunburn | allergic reaction | fungal infection | changed color | changed shape |
        bleeds | oozes | oozing | anything growing | something growing | swollen brain | brain damage | damaged tissue |
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
    *pairs(
        Cue.SIGN,
        """
        where it should not be | where they should not be | where it does not belong | where they do not belong |
        where none should be | where nothing should be | where there should be none | where it belongs |
        where they belong | where it ought to be | where it should be | where they should be |
        where they ought to be | where one expects them | where one expects it | in place | in position |
        in the midline | in the middle | even in color | even in shape | even color |
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
    *pairs(
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
)
