import { isJsonObject, type JsonObject, type JsonValue, parseJson } from '../json.js';
import { ApiError, badRequest } from './api-error.js';

const READABLE = ['application/json', 'application/ld+json'];

function parsed(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw badRequest('Invalid JSON in request body');
    throw error;
  }
}

/** The fields of a request's body; none for an empty one. Throws ApiError 415 or 400. */
export async function bodyFields(request: Request): Promise<JsonObject> {
  const text = await request.text();
  if (text === '') return {};
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim() ?? '';
  if (!READABLE.includes(type)) {
    const readable = '"application/ld+json", "application/json"';
    throw new ApiError(
      415,
      `The content-type "${type}" is not supported. Supported MIME types are ${readable}.`,
    );
  }
  const value = parsed(text);
  return isJsonObject(value) ? value : {};
}
