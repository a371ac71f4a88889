// One field of a form → what stands in the page for it, by what form.json says may stand there.

import { Choice, Choices, SHORT, Ticks } from "./choosing.js";
import { Groups } from "./entries.js";
import { listOf } from "./frames.js";
import { Level } from "./level.js";
import { Line, Lines, Years } from "./lines.js";
import { Group, Pairs } from "./nesting.js";
import { SkillChoice } from "./skill.js";

/** So many numbers are chosen from and not written. */
const STEPS = 6;
const KINDS = { group: Group, map: Pairs, years: Years };

/** @returns {(node: object, path: (string|number)[], label: string, more?: object) => import("./frames.js").Control} */
export function controls(given) {
  const shared = { ...given, control };
  function control(node, path, label, more = {}) {
    const made = madeFor(shared, node, path);
    return new made(shared, node, path, label, more);
  }
  return control;
}

function madeFor(shared, node, path) {
  if (path[0] === "skills" && path.at(-1) === "level") return Level;
  if (node.type === "id" && node.of === "skill") return SkillChoice;
  if (node.type === "list") return listFor(shared, node.of);
  const isChosen = node.type === "yes" || (node.type === "whole" && node.most - node.least < STEPS);
  if (isChosen || listOf(shared, node)) return Choice;
  return KINDS[node.type] ?? Line;
}

function listFor(shared, node) {
  if (node.type === "group" || node.type === "map") return Groups;
  const listed = listOf(shared, node);
  if (!listed) return Lines;
  return listed.length <= SHORT ? Ticks : Choices;
}
