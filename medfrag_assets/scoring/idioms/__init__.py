"""Words whose cue depends on others further off: "should it grow", "cannot rule a tumor out", "favored over"."""
