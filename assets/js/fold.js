// Text → search terms: the mirror of sitegen/terms.py.

const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u065f\u0670]/g;

/** Lower case without accents: `Łódź Straße` → `łodz strasse`. */
export function fold(value) {
  const lowered = value.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  return lowered.normalize("NFKD").replace(MARKS, "").normalize("NFKC");
}
