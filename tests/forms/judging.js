import { written } from "./js/build/canonical.js";
import { Judge } from "./js/build/judge.js";
import { say } from "./js/build/say.js";

/** Of each draft its file, and its problems with their words. */
export default ({ form, skills, today, drafts }) => {
  const judge = new Judge({ form, skills: new Set(skills), today });
  return drafts.map(([kind, fields, body]) => {
    const problems = judge.problems(kind, { fields, body });
    return {
      file: written(form, kind, fields, body),
      problems: problems.map((problem) => ({ ...problem, ...say(form, problem) })),
    };
  });
};
