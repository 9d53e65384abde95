"""Images in: phantoms, image folders and data sets on the hub, each as a seeded sample of two classes.

`sampling.sample_images` is the one way in. A source hands it a `pools.Pool`; nothing here knows of models or prompts.
"""
