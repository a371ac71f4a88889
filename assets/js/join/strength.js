/** Claims with the best first: the level, then the years, as `skill_groups` in sitegen/views/experience.py has it. */
export function byStrength(claims) {
  const order = (one, other) =>
    (Number(other.level) || 0) - (Number(one.level) || 0) ||
    (Number(other.years) || 0) - (Number(one.years) || 0) ||
    (one.skill < other.skill ? -1 : 1);
  return [...claims].sort(order);
}
