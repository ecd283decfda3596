import { type AddAnswer, parseAddAnswer } from './add-answer.js';
import { showCartCount } from './cart-count.js';
import { openDrawer } from './cart-drawer.js';
import { pushEvent } from './data-layer.js';
import { clearProblem, showProblem } from './form-problem.js';

/** One after the other: two first additions at once would open two carts. */
let lastSent: Promise<void> = Promise.resolve();

/** Sends a form that puts something into the cart without leaving the page; while it is sent, a second click is none. */
export function addByScript(form: HTMLFormElement): void {
  let isSending = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    const data = new FormData(form, event.submitter);
    const busy = event.submitter;
    busy?.setAttribute('aria-busy', 'true');
    clearProblem(form);
    const send = async () => {
      const answer = parseAddAnswer(await ask(form, data));
      busy?.removeAttribute('aria-busy');
      isSending = false;
      show(form, answer);
    };
    // What went wrong with one form holds up no other.
    lastSent = lastSent.then(send, send);
  });
}

function show(form: HTMLFormElement, answer: AddAnswer): void {
  if (!answer.isAdded) {
    showProblem(form, answer.message || failedText(), answer.fields);
    return;
  }
  showCartCount();
  if (answer.event !== null) pushEvent(answer.event);
  openDrawer(answer.drawer);
}

/** Null where there is no answer, or none that can be read: whether it was added is not known then. */
async function ask(form: HTMLFormElement, data: FormData): Promise<unknown> {
  try {
    const body = form.enctype === 'multipart/form-data' ? data : asText(data);
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body,
    });
    return await response.json();
  } catch (error) {
    reportError(error);
    return null;
  }
}

function asText(data: FormData): URLSearchParams {
  const texts = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === 'string') texts.append(name, value);
  return texts;
}

function failedText(): string {
  return document.querySelector<HTMLElement>('[data-failed]')?.dataset.failed ?? '';
}
