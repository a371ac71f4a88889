// The builder of an assignment, with what only an assignment has.

import { Builder } from "../form/builder.js";
import { Confidence } from "./confidence.js";
import { Counting } from "./counting.js";
import { Scoping } from "./scoping.js";

const partsOf = (builder) => [Scoping, Confidence, Counting].map((Part) => new Part(builder));

new Builder("assignment", partsOf).start();
