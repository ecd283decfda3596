/** Sends a form as soon as something else is chosen in it. */
export function sendOnChange(form: HTMLFormElement): void {
  form.addEventListener('change', () => form.requestSubmit());
}
