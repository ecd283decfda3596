import { RequestError } from './request-error.js';

/** Ten thousand ids fit in; a body is held in memory, so there has to be an end. */
export const MAX_BODY_BYTES = 64 * 1024;

/**
 * The JSON object a request carries; an empty body of any content type is an empty object.
 *
 * @throws RequestError 413 above 64 KB, counted while reading, 400 for anything that is no JSON object.
 */
export async function readJsonBody(request: Request): Promise<Record<string, unknown>> {
  const text = await readText(request);
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

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  if (request.body === null) return '';
  const decoder = new TextDecoder();
  const reader = request.body.getReader();
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
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

function tooLarge(): RequestError {
  return new RequestError(413, 'body_too_large', `The body is larger than ${MAX_BODY_BYTES} bytes.`);
}
