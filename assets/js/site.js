// On every page: “/” goes to the search box, and Escape empties it; people can be kept.

import "./shortlist/stars.js";

const SETTING = "keyboard";

/** Whether the reader has switched the key off. A browser may keep nothing, or refuse to be asked. */
export function isKeyOff() {
  try {
    return localStorage.getItem(SETTING) === "off";
  } catch {
    return false;
  }
}

/** Keep whether the key is off. */
export function setKeyOff(off) {
  try {
    if (off) localStorage.setItem(SETTING, "off");
    else localStorage.removeItem(SETTING);
  } catch {
    // It then holds for as long as nothing is kept: until the page is left.
  }
}

function isTyping(target) {
  return target.isContentEditable || target.matches("input, textarea, select");
}

addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (key === "Escape" && target.matches?.("[data-box]") && target.value) {
    event.preventDefault();
    target.value = "";
    target.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  if (key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const box = document.querySelector("[data-box]");
  if (!box || isTyping(target) || document.querySelector("dialog:modal") || isKeyOff()) return;
  event.preventDefault();
  box.focus();
  box.select();
});
