"""The parts of the report, each made from the published rows alone."""
