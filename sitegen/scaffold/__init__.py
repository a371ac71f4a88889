"""New files: asked for in plain words, or laid out to be filled in."""

from sitegen.scaffold.asking import Talk
from sitegen.scaffold.make import QUESTIONS, Made, interview, lay_out

__all__ = ["QUESTIONS", "Made", "Talk", "interview", "lay_out"]
