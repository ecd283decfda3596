import { expect, test } from 'vitest';
import { problem } from '../testing/scripted-fetch.js';
import { errorFromResponse } from './error-from-response.js';

const context = { method: 'GET', url: 'https://shop.example/api/rest/v2/products/5', storeCode: 'en' };

function codeOf(status: number, json: unknown, html = false): string {
  return errorFromResponse({ status, json, html }, context).code;
}

test.each([
  [404, problem(404, 'not_found', 'Not Found'), 'not_found'],
  [404, problem(404, 'not_found', 'Product not found'), 'not_found'],
  [404, { error: 'protocol_disabled', message: 'The REST v2 protocol is disabled' }, 'protocol_disabled'],
  [404, problem(404, 'not_found', 'No route found for "GET https://shop.example/x"'), 'no_route'],
  [404, problem(404, 'not_found', 'Invalid uri variables.'), 'no_route'],
  [404, { detail: 'Not found' }, 'no_route'],
  [404, undefined, 'no_route'],
  [400, problem(400, 'bad_request', 'Unknown store: fr'), 'unknown_store'],
  [400, problem(400, 'bad_request', 'Invalid sortBy field.'), 'bad_request'],
  [401, { error: 'authentication_error', message: 'Malformed token' }, 'unauthorized'],
  [403, problem(403, 'forbidden', 'No'), 'forbidden'],
  [405, problem(405, 'method_not_allowed', 'No route found for "GET …": Method Not Allowed'), 'bad_request'],
  [406, problem(406, 'error', 'Requested format'), 'bad_request'],
  [409, problem(409, 'conflict', 'Busy'), 'conflict'],
  [415, problem(415, 'error', 'content-type'), 'bad_request'],
  [422, problem(422, 'unprocessable_entity', 'Invalid attribute name'), 'bad_request'],
  [429, problem(429, 'too_many_requests', 'Slow down'), 'too_many_requests'],
  [500, problem(500, 'internal_server_error', 'An internal error occurred'), 'server_error'],
  [503, { error: 'Maho is not installed' }, 'server_error'],
  [301, undefined, 'redirected'],
])('reads %i with %j as %s', (status, body, code) => {
  expect(codeOf(status, body)).toBe(code);
});

test('never takes an HTML 404 for a deleted entity', () => {
  expect(codeOf(404, undefined, true)).toBe('html_response');
});

test('reads the pages of a firewall, a password prompt and a rate limit by their status', () => {
  expect([401, 403, 429, 502].map((status) => codeOf(status, undefined, true))).toEqual([
    'unauthorized',
    'forbidden',
    'too_many_requests',
    'server_error',
  ]);
});

test('calls only those failures retryable that pass by themselves', () => {
  const retryable = [400, 401, 403, 404, 409, 429, 500, 501, 502, 503, 504, 522].filter(
    (status) => errorFromResponse({ status, json: undefined, html: false }, context).retryable,
  );
  expect(retryable).toEqual([429, 500, 502, 503, 504, 522]);
});

test('says what failed, where, for which store, and what to do', () => {
  const error = errorFromResponse(
    { status: 404, json: { error: 'protocol_disabled', message: 'off' }, html: false },
    context,
  );
  expect(error.message).toContain('GET https://shop.example/api/rest/v2/products/5, store en, HTTP 404');
  expect(error.message).toContain('apiplatform/protocols/rest_v2 = 1');
  expect(error.name).toBe('MahoProtocolDisabledError');
});

test('does not let a long answer flood the message', () => {
  const error = errorFromResponse(
    { status: 500, json: problem(500, 'x', 'y'.repeat(9000)), html: false },
    context,
  );
  expect(error.message.length).toBeLessThan(600);
});
