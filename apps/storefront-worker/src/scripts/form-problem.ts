/** Says in a form why it was not done, aloud as well, and marks the fields that it is about. */
export function showProblem(form: HTMLFormElement, message: string, fields: readonly string[]): void {
  const note = document.createElement('p');
  note.className = 'problem-note';
  note.setAttribute('role', 'alert');
  // Where the button is: that is where the shopper looks.
  const end = form.querySelector('.buy-form-end');
  if (end === null) form.append(note);
  else end.before(note);
  note.textContent = message;
  const unfit = [...form.querySelectorAll<HTMLInputElement>('input,select,textarea')].filter(
    ({ name, type }) =>
      type !== 'hidden' && (fields.includes(name) || fields.includes(name.replace(/\[\]$/, ''))),
  );
  for (const field of unfit) if (field.type !== 'radio') field.setAttribute('aria-invalid', 'true');
  unfit[0]?.focus();
}

export function clearProblem(form: HTMLFormElement): void {
  for (const note of form.querySelectorAll('.problem-note')) note.remove();
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
}
