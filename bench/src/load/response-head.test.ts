import { expect, test } from 'vitest';
import { readResponseHead } from './response-head.ts';

const head = (...lines: string[]) => Buffer.from(`${lines.join('\r\n')}\r\n\r\nHello`);

test('finds status, cache answer and body, whatever the case of the names', () => {
  const received = head('HTTP/1.1 200 OK', 'x-edge-cache: HIT', 'Content-Length: 5');
  const read = readResponseHead(received);
  expect(read).toMatchObject({ status: 200, edgeCache: 'HIT', bodyBytes: 5 });
  expect(received.subarray(read?.bodyStart).toString()).toBe('Hello');
});

test('knows no cache answer where none is given', () => {
  expect(readResponseHead(head('HTTP/1.1 404 Not Found', 'Content-Length: 0'))).toMatchObject({
    status: 404,
    edgeCache: null,
  });
});

test('waits for the rest of a head', () => {
  expect(readResponseHead(Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n'))).toBeNull();
});

test.each([
  ['without a length', head('HTTP/1.1 200 OK', 'Transfer-Encoding: chunked')],
  ['that is no HTTP', head('Hello', 'Content-Length: 5')],
])('refuses a response %s', (_, received) => {
  expect(() => readResponseHead(received)).toThrow('Cannot measure');
});
