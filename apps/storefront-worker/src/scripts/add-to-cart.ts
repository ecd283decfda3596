import { parseAddAnswer } from './add-answer.js';
import { showCartCount } from './cart-count.js';
import { openDrawer } from './cart-drawer.js';
import { pushEvent } from './data-layer.js';
import { clearProblem, showProblem } from './form-problem.js';

/** One at a time: two first additions at once would open two carts. */
let isSending = false;

/** Sends a form that puts something into the cart without leaving the page. */
export function addByScript(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!isSending) void send(form, event.submitter);
  });
}

async function send(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  isSending = true;
  button?.setAttribute('aria-busy', 'true');
  clearProblem(form);
  const answer = parseAddAnswer(await ask(form, new FormData(form, button)));
  button?.removeAttribute('aria-busy');
  isSending = false;
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
