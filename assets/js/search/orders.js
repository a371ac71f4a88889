// The orders to choose from: what each means for people and for assignments stands in the page.

/** @param {HTMLSelectElement} select  its first option is the usual order, its last that of the list */
export function showOrders(select, { q, show, sort }) {
  for (const option of select.options) option.textContent = option.dataset[show];
  const usual = select.options[0];
  const list = select.options[select.options.length - 1];
  if (q) usual.textContent = usual.dataset.best;
  // Without words the usual order is that of the list already.
  list.hidden = list.disabled = !q;
  select.value = q || sort !== list.value ? sort : "";
}
