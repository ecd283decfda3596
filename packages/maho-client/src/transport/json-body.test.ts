import { expect, test } from 'vitest';
import { readBody } from './json-body.js';

test('reads JSON whatever its content type', () => {
  expect(readBody('{"a":1}', 'text/html')).toEqual({ kind: 'json', json: { a: 1 } });
});

test('knows a page, and a PHP warning in front of JSON, by the first character', () => {
  expect(readBody('\n<!doctype html><p>Back soon', 'application/json').kind).toBe('html');
  expect(readBody('<br />\n<b>Warning</b>: x {"a":1}', 'application/json').kind).toBe('html');
  expect(readBody('Back soon', 'text/html').kind).toBe('html');
});

test('calls the rest broken without quoting it', () => {
  const body = readBody('{"email":"ann@example.org', 'application/json');
  expect(body).toMatchObject({ kind: 'broken' });
  expect(JSON.stringify(body)).not.toContain('ann@example.org');
  expect(readBody('', null)).toEqual({ kind: 'broken', reason: 'the body is empty' });
});
