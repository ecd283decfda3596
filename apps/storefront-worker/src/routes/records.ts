import { parseKey, parseRecord, recordSchemas } from '@maho-storefront/kv-schema';
import { RequestError } from '../http/request-error.js';
import { type App, addRoute } from '../http/route.js';

/** `GET /records?key=`: a catalogue record as it is in KV, for anyone; pulses and the registry are none. */
export function addRecordsRoute(app: App): void {
  addRoute(app, 'GET', '/records', async (context) => {
    const text = context.req.query('key') ?? '';
    const key = parseKey(text);
    if (key === null || !Object.hasOwn(recordSchemas, key.type)) {
      throw new RequestError(
        400,
        'no_record_key',
        'key must name a catalogue record, such as en:config or en:product:chelsea-tee.',
      );
    }
    const record = parseRecord(key.type, await context.env.CONTENT.get(text, 'text'));
    if (record === null) throw new RequestError(404, 'no_record', `There is no record under ${text}.`);
    return context.json(record, 200, { 'Cache-Control': 'no-store' });
  });
}
