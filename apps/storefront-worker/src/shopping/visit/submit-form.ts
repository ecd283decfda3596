import { accountTexts } from '../../formatting/texts/account/index.js';
import { type FormState, INCOMPLETE } from '../../pages/account/form-state.js';
import { type Problem, problemOf } from './problem.js';
import { readForm } from './read-form.js';
import type { Visit } from './visit.js';

/** What becomes of a form. */
export interface FormWork {
  /** Fields that must not be empty. */
  readonly required: readonly string[];
  /** Fields whose values no form of ours sends. */
  wrong?(form: URLSearchParams): readonly string[];
  /** The field that a problem is about, by the problem's code: Maho seldom names it. */
  readonly about?: Readonly<Record<string, string>>;
  /** Does what the form asks. */
  act(form: URLSearchParams): Promise<Response>;
  /** Shows the form again, with what was typed and what was wrong. */
  again(form: FormState): Promise<Response>;
}

/** Does what a form asks; where that cannot be done, the form comes again as it was, with the reason. */
export async function submitForm(
  visit: Visit,
  { required, wrong, about = {}, act, again }: FormWork,
): Promise<Response> {
  const values = await readForm(visit);
  const { locale } = (await visit.shop()).config;
  const missing = required.filter((name) => (values.get(name) ?? '').trim() === '');
  missing.push(...(wrong?.(values) ?? []));
  if (missing.length > 0) return again({ values, problem: incompleteProblem(missing, locale) });
  try {
    return await act(values);
  } catch (error) {
    const problem = problemOf(error, locale);
    const field = about[problem.code];
    return again({ values, problem: field === undefined ? problem : { ...problem, fields: [field] } });
  }
}

/** What a shopper is told of a form in which something is missing. */
export function incompleteProblem(fields: readonly string[], locale: string): Problem {
  return { message: accountTexts(locale).formIncomplete, status: 422, code: INCOMPLETE, fields };
}
