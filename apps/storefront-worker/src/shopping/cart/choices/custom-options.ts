import type { CustomOptionRecord } from '@maho-storefront/kv-schema';
import type { CartItemRequest } from '@maho-storefront/maho-client/shopping';
import { formatCount } from '../../../formatting/count.js';
import { FormRefusal } from '../../visit/form-refusal.js';
import type { Choice } from './choice.js';
import { optionFile } from './option-file.js';

/** What a browser's field for a type of date sends. A space takes the place of the T: Maho reads it so. */
const DATE_FORMS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  date_time: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?$/,
  time: /^\d{2}:\d{2}(:\d{2})?$/,
};
const ONE_OF: ReadonlySet<string> = new Set(['drop_down', 'radio']);
const SOME_OF: ReadonlySet<string> = new Set(['checkbox', 'multiple']);

type ChosenOptions = Pick<CartItemRequest, 'options' | 'optionFiles'>;

/** The merchant's own options of a product, of every type. @throws FormRefusal for what does not fit. */
export function chosenOptions(choice: Choice): ChosenOptions {
  const options: Record<number, string | number | readonly number[]> = {};
  const optionFiles: Record<number, { name: string; base64: string }> = {};
  for (const option of choice.product.customOptions) {
    const { id, required, title } = option;
    const file = option.type === 'file' ? optionFile(choice, option) : null;
    const value = option.type === 'file' ? null : optionValue(choice, option);
    if (file !== null) optionFiles[id] = file;
    else if (value !== null) options[id] = value;
    else if (required) choice.miss(fieldOf(option), title);
  }
  return { options: filled(options), optionFiles: filled(optionFiles) };
}

/** The field's name in the form, without the brackets of a list. */
export function fieldOf({ id }: Pick<CustomOptionRecord, 'id'>): string {
  return `options[${id}]`;
}

function optionValue(choice: Choice, option: CustomOptionRecord): string | number | number[] | null {
  const { form } = choice;
  const field = fieldOf(option);
  if (ONE_OF.has(option.type)) return form.ids(field)[0] ?? null;
  if (SOME_OF.has(option.type)) {
    const ids = form.ids(field);
    return ids.length === 0 ? null : ids;
  }
  const text = form.text(field);
  return text === '' ? null : fitText(choice, option, text);
}

function fitText({ texts, locale }: Choice, option: CustomOptionRecord, text: string): string {
  const { type, title, maxCharacters = 0 } = option;
  const dateForm = DATE_FORMS[type];
  if (dateForm === undefined) {
    if (maxCharacters === 0 || [...text].length <= maxCharacters) return text;
    const most = formatCount(maxCharacters, locale);
    throw new FormRefusal('text_too_long', texts.textTooLong(title, most), [fieldOf(option)]);
  }
  const date = text.replace('T', ' ');
  if (dateForm.test(date)) return date;
  throw new FormRefusal('date_invalid', texts.dateUnreadable(title), [fieldOf(option)]);
}

function filled<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}
