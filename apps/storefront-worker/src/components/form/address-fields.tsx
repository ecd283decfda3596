import { addressProblemText, addressTexts } from '../../formatting/texts/address/index.js';
import type { AddressCountry } from '../../shopping/address/address-country.js';
import {
  type AddressDraft,
  type AddressField,
  type AddressPrefix,
  fieldName,
} from '../../shopping/address/address-draft.js';
import { type AddressProblems, LONGEST_FIELD } from '../../shopping/address/check-address.js';
import { CountryFields } from './country-fields.js';
import { SelectField } from './select-field.js';
import { TextField } from './text-field.js';

export interface AddressFieldsProps {
  locale: string;
  /** Those that the store offers. */
  countries: readonly AddressCountry[];
  /** `shipping` and `billing` where a form has two, which browsers then fill in differently; else ''. */
  prefix: AddressPrefix;
  draft: AddressDraft;
  problems?: AddressProblems | undefined;
  /**
   * Whether the browser insists on what is always needed. Not in a part of a form that may be hidden: it would refuse
   * to send the form without saying why.
   */
  isInsisting?: boolean | undefined;
}

/** The fields of an address. What depends on the country follows it, and is exchanged by a script when it changes. */
export function AddressFields(props: AddressFieldsProps) {
  const { locale, countries, prefix, draft, problems, isInsisting = true } = props;
  const texts = addressTexts(locale);
  const field = (name: AddressField, autocomplete: string) => ({
    name: fieldName(prefix, name),
    label: texts[name],
    value: draft[name],
    autocomplete: `${prefix} ${autocomplete}`.trim(),
    problem: addressProblemText(name, problems?.get(name), locale),
  });
  const text = (name: AddressField, autocomplete: string) => (
    <TextField {...field(name, autocomplete)} maxlength={LONGEST_FIELD} required={isInsisting || undefined} />
  );
  const optional = (name: AddressField, autocomplete: string) => (
    <TextField {...field(name, autocomplete)} maxlength={LONGEST_FIELD} optional={texts.optional} />
  );
  return (
    <div class="form" data-address={prefix}>
      <SelectField
        {...field('country', 'country')}
        choices={countries.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder={draft.country === '' ? texts.chooseCountry : undefined}
        required={isInsisting || undefined}
      />
      <div class="field-row">
        {text('firstname', 'given-name')}
        {text('lastname', 'family-name')}
      </div>
      {optional('company', 'organization')}
      {text('street1', 'address-line1')}
      {optional('street2', 'address-line2')}
      {text('city', 'address-level2')}
      <CountryFields
        locale={locale}
        countries={countries}
        prefix={prefix}
        draft={draft}
        problems={problems}
      />
      <TextField
        {...field('telephone', 'tel')}
        type="tel"
        maxlength={LONGEST_FIELD}
        required={isInsisting || undefined}
        hint={texts.telephoneHint}
      />
    </div>
  );
}
