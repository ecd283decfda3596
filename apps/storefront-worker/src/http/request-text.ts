import { RequestError } from './request-error.js';

/** Ten thousand ids of any length fit in; a body is held in memory, so there has to be an end. */
export const MAX_BODY_BYTES = 256 * 1024;

/**
 * The body of a request as text.
 *
 * @throws RequestError 413 above `maxBytes` (256 KB), counted while reading.
 */
export async function readText(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (request.body === null) return '';
  const decoder = new TextDecoder();
  const reader = request.body.getReader();
  let bytes = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw tooLarge(maxBytes);
    }
    text += decoder.decode(value, { stream: true });
  }
}

function tooLarge(maxBytes: number): RequestError {
  return new RequestError(413, 'body_too_large', `The body is larger than ${maxBytes} bytes.`);
}
