import { ApiError, badRequest } from '../http/api-error.js';
import { type Answer, item } from '../http/api-request.js';
import { jsonResponse } from '../http/json-response.js';
import { isJsonObject, type JsonValue, parseJson, stringIn } from '../json.js';

/** `GET /contact/config`. */
export function readContactConfig(): Answer {
  return item('ContactForm', {
    '@type': 'ContactForm',
    id: 'contact',
    enabled: true,
    captchaProvider: 'none',
    honeypotField: '_h_demo',
    extensions: [],
  });
}

function parsed(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw badRequest('Invalid JSON in request body');
    throw error;
  }
}

const REQUIRED = ['name', 'email', 'comment'];

/** `POST /contact`: checked as Maho checks it, and sent nowhere. Throws ApiError 400, 415 or 422. */
export async function sendContact(request: Request): Promise<Response> {
  const type = request.headers.get('Content-Type')?.split(';')[0] ?? '';
  if (type !== 'application/json' && type !== 'application/ld+json') {
    throw new ApiError(
      415,
      `The content-type "${type}" is not supported. Supported MIME types are "application/ld+json", "application/json".`,
    );
  }
  const body = parsed(await request.text());
  const fields = isJsonObject(body) ? body : {};
  const missing = REQUIRED.find((name) => (stringIn(fields[name]) ?? '').trim() === '');
  if (missing !== undefined) {
    throw new ApiError(422, `${missing[0]?.toUpperCase()}${missing.slice(1)} is required`);
  }
  return jsonResponse(200, { success: true, message: 'Your inquiry was submitted.' });
}
