import { addressProblemText, addressTexts } from '../../formatting/texts/address/index.js';
import { countryOf } from '../../shopping/address/address-country.js';
import { type AddressField, fieldName } from '../../shopping/address/address-draft.js';
import { LONGEST_FIELD } from '../../shopping/address/check-address.js';
import { isPostcodeOptional } from '../../shopping/address/postcode.js';
import type { AddressFieldsProps } from './address-fields.js';
import { SelectField } from './select-field.js';
import { TextField } from './text-field.js';

/**
 * The fields of an address that differ from country to country. The browser does not insist on them: without a script
 * they are still those of the country before, and the answer to the form shows the right ones.
 */
export function CountryFields({
  locale,
  countries,
  prefix,
  draft,
  problems,
}: Omit<AddressFieldsProps, 'isInsisting'>) {
  const texts = addressTexts(locale);
  const regions = countryOf(countries, draft.country)?.regions ?? [];
  const field = (name: AddressField & ('region' | 'postcode'), autocomplete: string) => ({
    name: fieldName(prefix, name),
    label: texts[name],
    value: draft[name],
    autocomplete: `${prefix} ${autocomplete}`.trim(),
    problem: addressProblemText(name, problems?.get(name), locale),
  });
  const region = field('region', 'address-level1');
  return (
    <div class="field-row" data-country-fields={prefix} data-country={draft.country}>
      {regions.length === 0 ? (
        <TextField {...region} maxlength={LONGEST_FIELD} optional={texts.optional} />
      ) : (
        <SelectField
          {...region}
          choices={regions.map(({ id, name }) => ({ value: String(id), label: name }))}
          placeholder={texts.chooseRegion}
        />
      )}
      <TextField
        {...field('postcode', 'postal-code')}
        maxlength={LONGEST_FIELD}
        optional={isPostcodeOptional(draft.country) ? texts.optional : undefined}
      />
    </div>
  );
}
