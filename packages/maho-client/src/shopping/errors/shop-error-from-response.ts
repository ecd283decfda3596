import { errorFromResponse, type FailedResponse } from '../../errors/error-from-response.js';
import type { MahoApiError, MahoErrorContext } from '../../errors/maho-api-error.js';
import { type ApiError, apiErrorSchema } from '../../schemas/api-error.js';
import { MahoRefusal } from './maho-refusal.js';
import { plainText } from './plain-text.js';
import { REFUSAL_RULES, type RefusalRule } from './refusal-rules.js';

/** Enough for any sentence of Maho's. */
const SAID_MAX_CHARS = 300;

/** A gift card's code is money, and messages reach logs. */
const GIFT_CARD_CODE = /^Gift card ".*?"/;

/**
 * The error of an answer to a shopping call: a `MahoRefusal` where Maho gives a reason that concerns the shopper,
 * else the same typed error that the catalogue client throws.
 */
export function shopErrorFromResponse(response: FailedResponse, context: MahoErrorContext): MahoApiError {
  const body = apiErrorSchema.safeParse(response.json);
  if (!body.success) return errorFromResponse(response, context);
  const { message } = body.data;
  const json = { ...body.data, message: message && withoutCode(message) };
  const isRefusal = response.status >= 400 && response.status < 500;
  return (
    (isRefusal ? refusalFrom(response.status, json, context) : undefined) ??
    errorFromResponse({ ...response, json }, context)
  );
}

function withoutCode(message: string): string {
  return plainText(message).replace(GIFT_CARD_CODE, 'Gift card');
}

function refusalFrom(status: number, body: ApiError, context: MahoErrorContext): MahoRefusal | undefined {
  const said = (body.message ?? '').slice(0, SAID_MAX_CHARS);
  const path = URL.canParse(context.url) ? new URL(context.url).pathname : '';
  const rule = REFUSAL_RULES.find((candidate) => holds(candidate, { status, slug: body.error, said, path }));
  if (rule === undefined) return undefined;
  return new MahoRefusal({ reason: rule.reason, said, fields: fieldsIn(rule, said) }, { ...context, status });
}

interface Answered {
  readonly status: number;
  readonly slug: string;
  readonly said: string;
  readonly path: string;
}

function holds(rule: RefusalRule, { status, slug, said, path }: Answered): boolean {
  return (
    (rule.status ?? status) === status &&
    (rule.slug ?? slug) === slug &&
    rule.said?.test(said) !== false &&
    rule.path?.test(path) !== false
  );
}

function fieldsIn({ said: pattern }: RefusalRule, said: string): string[] {
  const named = pattern?.exec(said)?.groups?.fields;
  return named === undefined ? [] : named.split(',').map((name) => name.trim());
}
