import { describe, expect, it } from 'vitest';
import { decodePage, encodePage } from './page-codec.js';
import { samplePage } from './testing/sample-page.js';

const encoder = new TextEncoder();
const page = samplePage('<p>\n12,00 €</p>', { endsAt: 17 });

function withHead(change: (head: Record<string, unknown>) => unknown): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder().decode(encodePage(page));
  const end = text.indexOf('\n');
  return encoder.encode(JSON.stringify(change(JSON.parse(text.slice(0, end)))) + text.slice(end));
}

describe('a page in an envelope', () => {
  it('comes out as it went in', () => {
    expect(decodePage(encodePage(page))).toEqual(page);
    expect(decodePage(withHead((head) => head))).toEqual(page);
  });

  it('is absent when it was cut off anywhere', () => {
    const envelope = encodePage(page);
    for (let length = 0; length < envelope.length; length++) {
      expect(decodePage(envelope.slice(0, length))).toBeNull();
    }
  });

  it.each<[string, (head: Record<string, unknown>) => unknown]>([
    ['of another version', (head) => ({ ...head, v: 2 })],
    ['whose head is no object', () => 'page'],
    ['whose head is null', () => null],
    ['without a status', ({ status: _, ...head }) => head],
    ['without an ETag', ({ etag: _, ...head }) => head],
    ['with a broken header', (head) => ({ ...head, headers: [['a']] })],
    ['without a stamp', ({ stamp: _, ...head }) => head],
    ['with a stamp of no time', (head) => ({ ...head, stamp: { hash: 'h', seq: 1, reads: [] } })],
    [
      'with a broken read',
      (head) => ({ ...head, stamp: { hash: 'h', seq: 1, stampedAt: 1, reads: [['a', 1]] } }),
    ],
    ['with an end that is no time', (head) => ({ ...head, endsAt: 'soon' })],
  ])('is absent in one %s', (_, change) => {
    expect(decodePage(withHead(change))).toBeNull();
  });

  it('is absent in anything else', () => {
    for (const text of ['', '\n', '{}\n', 'not json\n', '<html>\n</html>']) {
      expect(decodePage(encoder.encode(text))).toBeNull();
    }
  });
});
