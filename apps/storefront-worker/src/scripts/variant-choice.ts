import {
  canCombine,
  choicePicture,
  chosenVariant,
  type PageVariant,
  parseVariants,
} from './variant-availability.js';

/** Marks what cannot be combined, says when a combination is sold out, and shows a variant's picture. */
export function improveVariantChoice(form: HTMLFormElement, showPicture: (url: string) => void): void {
  const area = form.querySelector<HTMLElement>('[data-variant-choice]');
  const data = area?.querySelector('[data-variants]')?.textContent;
  const note = area?.querySelector<HTMLElement>('[data-variant-note]');
  const button = form.querySelector<HTMLButtonElement>('[data-buy]');
  if (!area || !data || !note || !button || button.disabled) return;
  const variants = parseVariants(data);
  const codes = new Set([...area.querySelectorAll<HTMLElement>('[data-code]')].map(codeOf));
  const update = () => {
    const choice = readChoice(area);
    markValues(area, variants, choice);
    const isComplete = choice.size === codes.size;
    const isSoldOut = isComplete && chosenVariant(variants, choice, codes.size)?.s !== 1;
    note.textContent = isSoldOut ? (note.dataset.soldOut ?? '') : '';
    button.disabled = isSoldOut;
    const picture = choicePicture(variants, choice);
    if (picture !== null) showPicture(picture);
  };
  area.addEventListener('change', update);
  // What was chosen already: on a page that says what is wrong, or that one comes back to.
  update();
}

function readChoice(area: HTMLElement): Map<string, number> {
  const choice = new Map<string, number>();
  for (const field of area.querySelectorAll<HTMLElement>('[data-code]')) {
    if (field instanceof HTMLInputElement && field.checked) choice.set(codeOf(field), Number(field.value));
    if (field instanceof HTMLSelectElement && field.value !== '') {
      choice.set(codeOf(field), Number(field.value));
    }
  }
  return choice;
}

function markValues(area: HTMLElement, variants: readonly PageVariant[], choice: Map<string, number>): void {
  for (const field of area.querySelectorAll<HTMLInputElement>('input[data-code]')) {
    const isOpen = canCombine(variants, choice, codeOf(field), Number(field.value));
    field.toggleAttribute('data-unavailable', !isOpen);
  }
}

function codeOf(field: HTMLElement): string {
  return field.dataset.code ?? '';
}
