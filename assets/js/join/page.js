// The builder of a profile, with what only a profile has.

import { Builder } from "../form/builder.js";
import { Agreement } from "./agreement.js";
import { Asking } from "./asking.js";
import { Looking } from "./looking.js";
import { Portrait } from "./portrait.js";
import { Preview } from "./preview.js";
import { Quiet } from "./quiet.js";
import { Update } from "./update.js";

const partsOf = (builder) => [Update, Quiet, Agreement, Asking, Preview, Portrait, Looking].map((Part) => new Part(builder));

new Builder("profile", partsOf).start();
