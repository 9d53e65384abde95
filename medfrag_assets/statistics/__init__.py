"""Estimates with their intervals. Frames and arrays in, frames and numbers out; nothing here reads or writes a file."""
