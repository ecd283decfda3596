import type { CustomOptionRecord } from '@maho-storefront/kv-schema';
import { surchargeAmount, surchargeText } from '../../formatting/option-surcharge.js';
import { type Texts, textsOf } from '../../formatting/texts/index.js';
import { type OptionProps, OptionTitle } from './option-title.js';

/** Maho's type of a date or time option → the browser's field for it. */
const INPUT_TYPES: Readonly<Record<string, string>> = {
  field: 'text',
  file: 'file',
  date: 'date',
  date_time: 'datetime-local',
  time: 'time',
};

/** An option that is typed in: a line, a text, a file, a day or a time. */
export function TypedOption({ shop, option, currency, base }: OptionProps) {
  const { locale } = shop.config;
  const texts = textsOf(locale);
  const id = `custom-${option.id}`;
  const hint = limits(option, texts);
  const field = {
    id,
    name: `options[${option.id}]`,
    required: option.required,
    maxlength: option.maxCharacters && option.maxCharacters > 0 ? option.maxCharacters : undefined,
    'aria-describedby': hint === '' ? undefined : `${id}-hint`,
    'data-amount': surchargeAmount(option, base),
  };
  return (
    <div class="option">
      <label for={id}>
        <OptionTitle
          shop={shop}
          option={option}
          price={surchargeText(option, base, { currency, locale, texts })}
        />
      </label>
      {option.type === 'area' ? (
        <textarea class="textarea" rows={4} {...field} />
      ) : (
        <input
          class={option.type === 'file' ? 'file-input' : 'input'}
          type={INPUT_TYPES[option.type] ?? 'text'}
          accept={option.type === 'file' ? acceptList(option.fileExtensions) : undefined}
          {...field}
        />
      )}
      {hint !== '' && (
        <p id={`${id}-hint`} class="option-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

function limits(option: CustomOptionRecord, texts: Texts): string {
  const { maxCharacters = 0, fileExtensions, imageSizeX = 0, imageSizeY = 0 } = option;
  return [
    maxCharacters > 0 ? texts.maxCharacters(maxCharacters) : '',
    fileExtensions ? texts.fileTypes(fileExtensions) : '',
    imageSizeX > 0 && imageSizeY > 0 ? texts.pictureSize(`${imageSizeX} × ${imageSizeY}`) : '',
  ]
    .filter((text) => text !== '')
    .join('. ');
}

/** “jpg, png” → “.jpg,.png”; undefined where the merchant names none. */
function acceptList(extensions: string | undefined): string | undefined {
  const names = extensions?.match(/[a-z0-9]+/gi);
  return names ? names.map((name) => `.${name.toLowerCase()}`).join(',') : undefined;
}
