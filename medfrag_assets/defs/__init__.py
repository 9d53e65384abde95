"""Dagster objects, one folder a stage. They read, call the rooms, write and report; logic lives in the rooms."""
