import { collectionBody, itemBody } from '../http/envelope.js';
import type { Format } from '../http/negotiation.js';
import type { Query } from '../http/query.js';
import { docsLink, readResponse } from '../http/read-response.js';
import type { JsonValue } from '../json.js';
import type { ShopAnswer } from './shop-request.js';

export interface AnswerContext {
  readonly url: URL;
  readonly query: Query;
  readonly format: Format;
  readonly isSignedIn: boolean;
  /** Milliseconds. */
  readonly now: number;
}

function bodyOf(
  answer: Exclude<ShopAnswer, { kind: 'none' }>,
  { url, query, format }: AnswerContext,
): JsonValue {
  switch (answer.kind) {
    case 'raw':
      return answer.body;
    case 'item':
      return itemBody(answer.record, answer.type, format);
    case 'collection': {
      const { type, total, members, window } = answer;
      return collectionBody({ type, path: url.pathname, total, members, window, query }, format);
    }
  }
}

/** An answer of the shop as HTTP: reads with a validator, writes without. */
export function shopResponse(
  answer: ShopAnswer,
  request: Request,
  context: AnswerContext,
  finish: (body: string) => string,
): Response {
  const { url, format, isSignedIn, now } = context;
  if (answer.kind === 'none') {
    return new Response(null, {
      status: 204,
      headers: { Vary: 'Accept', 'Cache-Control': 'no-cache, private' },
    });
  }
  const body = finish(JSON.stringify(bodyOf(answer, context)));
  // What a controller writes by itself has no charset and does not vary.
  const contentType = answer.kind === 'raw' ? 'application/json' : `${format}; charset=utf-8`;
  if (request.method === 'GET' || request.method === 'HEAD') {
    const hasStoreParameter = context.query.has('store');
    return readResponse(request, url, { body, contentType, isSignedIn, hasStoreParameter, now });
  }
  const { status, location } = answer.kind === 'item' ? answer : { status: 200, location: undefined };
  return new Response(body, {
    status,
    headers: {
      'Content-Type': contentType,
      ...(answer.kind === 'raw' ? {} : { Vary: 'Accept' }),
      'Cache-Control': 'no-cache, private',
      Link: docsLink(url.origin),
      ...(location === undefined ? {} : { Location: location }),
      Date: new Date(now).toUTCString(),
    },
  });
}
