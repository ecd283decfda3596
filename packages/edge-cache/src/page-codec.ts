import type { PageRead } from './read-recorder.js';
import type { StoredPage } from './stored-page.js';

const ENVELOPE_VERSION = 1;
const NEWLINE = 0x0a;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * A stored page as bytes: one line of JSON with everything but the body, then the body as it is.
 *
 * The stamp stands here and not in a header, because a page may read hundreds of keys and headers are limited to some
 * kilobytes; the body stands outside the JSON, because unescaping it would cost more than all the rest.
 */
export function encodePage(page: StoredPage): Uint8Array<ArrayBuffer> {
  const { body, ...rest } = page;
  const head = encoder.encode(`${JSON.stringify({ v: ENVELOPE_VERSION, bytes: body.length, ...rest })}\n`);
  const envelope = new Uint8Array(head.length + body.length);
  envelope.set(head);
  envelope.set(body, head.length);
  return envelope;
}

/** The page that {@link encodePage} wrote, or null for anything else, a cut-off envelope included. */
export function decodePage(envelope: Uint8Array<ArrayBuffer>): StoredPage | null {
  const end = envelope.indexOf(NEWLINE);
  if (end < 0) return null;
  const head = parseJson(decoder.decode(envelope.subarray(0, end)));
  const body = envelope.subarray(end + 1);
  if (!isHead(head) || head.bytes !== body.length) return null;
  const { status, headers, etag, stamp, endsAt } = head;
  return { status, headers, body, etag, stamp, endsAt };
}

interface Head extends Omit<StoredPage, 'body'> {
  v: number;
  bytes: number;
}

function isHead(value: unknown): value is Head {
  return (
    isObject(value) &&
    value.v === ENVELOPE_VERSION &&
    typeof value.bytes === 'number' &&
    typeof value.status === 'number' &&
    isListOf(value.headers, isHeader) &&
    typeof value.etag === 'string' &&
    (value.endsAt === null || typeof value.endsAt === 'number') &&
    isStamp(value.stamp)
  );
}

function isStamp(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.hash === 'string' &&
    typeof value.seq === 'number' &&
    typeof value.stampedAt === 'number' &&
    isListOf(value.reads, isRead)
  );
}

function isRead(value: unknown): value is PageRead {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    (value[1] === null || typeof value[1] === 'string')
  );
}

function isHeader(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string';
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
