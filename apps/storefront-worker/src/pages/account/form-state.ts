import { accountTexts } from '../../formatting/texts/account/index.js';
import type { Problem } from '../../shopping/visit/problem.js';
import type { Shop } from '../shop.js';

/** A form as it is shown: with what was typed, and with what was wrong with it. */
export interface FormState {
  values: URLSearchParams;
  problem: Problem | null;
}

/** A form that nobody has filled in yet, or that is filled in from what is known. */
export function freshForm(values: Readonly<Record<string, string | undefined>> = {}): FormState {
  const known = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { values: new URLSearchParams(known), problem: null };
}

/** The `code` of a problem that is only that fields are empty. */
export const INCOMPLETE = 'incomplete';

/** What a field shows: its value, and what is wrong with it. */
export function typedIn(
  shop: Shop,
  { values, problem }: FormState,
  name: string,
): { name: string; value: string | undefined; problem: string | undefined } {
  const value = values.get(name) ?? undefined;
  if (problem === null || !problem.fields.includes(name)) return { name, value, problem: undefined };
  const { fieldMissing } = accountTexts(shop.config.locale);
  return { name, value, problem: problem.code === INCOMPLETE ? fieldMissing : problem.message };
}
