import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isJsonObject, type JsonObject, type JsonValue, parseJson, stringIn } from '../json.js';

/** The folder with recordings and the real catalogue, beside the repository. */
export const SHARED_FOLDER = fileURLToPath(new URL('../../../../../shared/', import.meta.url));

/** Whether the folder is there; says so loudly when it is not, because half of the promises go unchecked then. */
export function hasSharedFolder(): boolean {
  const found = existsSync(`${SHARED_FOLDER}recordings`);
  if (!found) {
    process.emitWarning(
      'No ../shared/recordings beside the repository: comparisons with a real Maho are skipped.',
    );
  }
  return found;
}

export interface Exchange {
  /** `folder/file`. */
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestBody: string | undefined;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly body: JsonValue;
}

function texts(value: JsonValue | undefined): Record<string, string> {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}

function objectAt(record: JsonObject, name: string): JsonObject {
  const value = record[name];
  if (!isJsonObject(value)) throw new Error(`A recording without "${name}".`);
  return value;
}

function bodyText(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Parser of one recorded exchange. */
export function readExchange(name: string): Exchange {
  const parsed = parseJson(readFileSync(`${SHARED_FOLDER}recordings/${name}`, 'utf8'));
  if (!isJsonObject(parsed)) throw new Error(`${name} is no recording.`);
  const request = objectAt(parsed, 'request');
  const response = objectAt(parsed, 'response');
  const body = response.body;
  return {
    name,
    method: stringIn(request.method) ?? 'GET',
    url: stringIn(request.url) ?? '',
    headers: texts(request.headers),
    requestBody: bodyText(request.body),
    status: Number(response.status),
    responseHeaders: texts(response.headers),
    body: typeof body === 'string' && body !== '' ? parseJson(body) : (body ?? null),
  };
}

/** Names of all exchanges in some folders. */
export function exchangeNames(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(`${SHARED_FOLDER}recordings/${folder}`).map((file) => `${folder}/${file}`),
  );
}
