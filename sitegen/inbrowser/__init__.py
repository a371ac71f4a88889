"""Directory → what the browser needs to say who fits, by the conditions and the skills alone.

What `sitegen.matching` counts besides (texts, sectors, worlds, teams) stays with the build.
"""
