"""Sidelines: international relations as states x time, from plain event files."""
