// The filters on a small screen: behind one button, in a dialog. They are the same elements, moved.

import { part } from "./view.js";

const WIDE = matchMedia("(min-width: 60rem)");

/** Makes the button open the dialog; the browser brings the focus back to the button. */
export function prepareSheet() {
  const sheet = part("sheet");
  const filters = part("filters");
  const home = document.createComment("filters");
  part("open-filters").addEventListener("click", () => {
    filters.replaceWith(home);
    part("sheet-body").append(filters);
    sheet.showModal();
  });
  sheet.addEventListener("close", () => home.replaceWith(filters));
  part("close-filters").addEventListener("click", () => sheet.close());
  part("dismiss-filters").addEventListener("click", () => sheet.close());
  WIDE.addEventListener("change", () => sheet.open && sheet.close());
}
