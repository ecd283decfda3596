import * as z from 'zod';
import type { MahoErrorContext } from '../errors/maho-api-error.js';
import { MahoInvalidResponseError } from '../errors/maho-invalid-response-error.js';
import type { JsonAnswer } from '../transport/json-attempt.js';
import type { Page, RejectedMember } from './page.js';
import { firstProblem } from './schema-problem.js';

/** A page together with what tells it from its neighbours. */
export interface PageRead<Item> {
  readonly page: Page<Item>;
  /** Identity of each member sent, rejected ones included, in order. */
  readonly memberKeys: readonly string[];
  readonly context: MahoErrorContext;
}

const collectionSchema = z.object({ totalItems: z.int().nonnegative(), member: z.array(z.unknown()) });
const identitySchema = z.object({ id: z.union([z.int(), z.string()]) });

/**
 * Reads a collection's envelope, and each member with `schema`.
 *
 * @throws MahoInvalidResponseError if it is no collection. A bare array is none: it has no total, and means that
 * something on the way replaced the `Accept` header.
 */
export function readPage<Item>(
  answer: JsonAnswer,
  schema: z.ZodType<Item>,
  asked: { page: number; itemsPerPage: number | undefined },
): PageRead<Item> {
  const envelope = collectionSchema.safeParse(answer.json);
  if (!envelope.success) {
    const problem = Array.isArray(answer.json)
      ? 'a bare array without totalItems; a proxy may replace the Accept header'
      : firstProblem(envelope.error);
    throw new MahoInvalidResponseError(`no collection: ${problem}`, { ...answer.context, retryable: false });
  }
  const { member, totalItems } = envelope.data;
  return {
    page: {
      ...readMembers(member, schema),
      totalItems,
      page: asked.page,
      itemsPerPage: asked.itemsPerPage ?? member.length,
      etag: answer.etag,
      date: answer.date,
    },
    memberKeys: member.map(memberKey),
    context: answer.context,
  };
}

function readMembers<Item>(members: readonly unknown[], schema: z.ZodType<Item>) {
  const items: Item[] = [];
  const rejected: RejectedMember[] = [];
  for (const [index, member] of members.entries()) {
    const parsed = schema.safeParse(member);
    if (parsed.success) items.push(parsed.data);
    else rejected.push({ id: numericId(member), reason: `member ${index}: ${firstProblem(parsed.error)}` });
  }
  return { items, rejected };
}

function numericId(member: unknown): number | null {
  const parsed = identitySchema.safeParse(member);
  return parsed.success && typeof parsed.data.id === 'number' ? parsed.data.id : null;
}

/** Currencies have no id: such a member is its own identity. */
function memberKey(member: unknown): string {
  const parsed = identitySchema.safeParse(member);
  return parsed.success ? String(parsed.data.id) : JSON.stringify(member);
}
