import { keepTotal } from './running-total.js';
import { improveVariantChoice } from './variant-choice.js';

/** Everything the script adds to a product's form. */
export function improveBuyForm(form: HTMLFormElement, showPicture: (url: string) => void): void {
  improveVariantChoice(form, showPicture);
  keepTotal(form);
  for (const group of form.querySelectorAll<HTMLElement>('[data-one-of]')) requireOneOf(group);
}

/** HTML has no “at least one of these checkboxes”: each is required until one is ticked. */
function requireOneOf(group: HTMLElement): void {
  const boxes = [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const update = () => {
    const isAnyTicked = boxes.some((box) => box.checked);
    for (const box of boxes) box.required = !isAnyTicked;
  };
  group.addEventListener('change', update);
  update();
}
