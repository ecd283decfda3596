import { RequestError } from './request-error.js';
import { MAX_BODY_BYTES, readText } from './request-text.js';

/**
 * The JSON object a request carries; an empty body of any content type is an empty object.
 *
 * @throws RequestError 413 above `maxBytes` (256 KB), 400 for anything that is no JSON object.
 */
export async function readJsonBody(
  request: Request,
  maxBytes = MAX_BODY_BYTES,
): Promise<Record<string, unknown>> {
  const text = await readText(request, maxBytes);
  if (text.trim() === '') return {};
  const value = parseJson(text);
  if (!isRecord(value)) {
    throw new RequestError(
      400,
      'invalid_body',
      'The body must be empty or a JSON object, such as {"rebuild": true}.',
    );
  }
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RequestError(
      400,
      'invalid_json',
      'The body is not valid JSON. Send a JSON object or no body at all.',
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Lets a request through that says its body is JSON. A browser sends such a one to another host only if that host
 * agrees beforehand.
 *
 * @throws RequestError 415.
 */
export function requireJsonType(request: Request): void {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() === 'application/json') return;
  throw new RequestError(
    415,
    'unsupported_media_type',
    'Send JSON, with the header Content-Type: application/json.',
  );
}
