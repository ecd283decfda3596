/** A double click is over by then; whoever has stopped the page may try again. */
const ONE_CLICK_MS = 5_000;

/** Sends a form once, however often its button is clicked: an order put into the cart again would be in it twice. */
export function sendFormsOnce(): void {
  const sentAt = new WeakMap<HTMLFormElement, number>();
  document.addEventListener('submit', (event) => {
    const { target: form, timeStamp } = event;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    // Not `form.method`: that is a field of this name where the form has one.
    if (form.getAttribute('method') !== 'post') return;
    const last = sentAt.get(form);
    if (last !== undefined && timeStamp - last < ONE_CLICK_MS) event.preventDefault();
    else sentAt.set(form, timeStamp);
  });
}
