import type { Catalogue } from '../catalogue/catalogue.js';
import { EditError } from '../catalogue/edits/edit-error.js';
import { FAULT_KINDS, type Fault, type FaultPlan } from '../faults/fault-plan.js';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  numberIn,
  objectsIn,
  parseJson,
  stringIn,
} from '../json.js';
import type { Shop } from '../shop/shop.js';
import type { RequestStats } from '../stats/request-stats.js';
import { runEdit } from './control-edits.js';
import { SHOP_CONTROLS } from './control-shop.js';
import { jsonResponse } from './json-response.js';
import type { ResponseCaches } from './response-caches.js';

export const CONTROL_PREFIX = '/_control';

export interface Controls {
  readonly catalogue: Catalogue;
  readonly shop: Shop;
  readonly stats: RequestStats;
  readonly faults: FaultPlan;
  readonly caches: ResponseCaches;
  readonly latency: { ms: number };
}

/** Parser of a fault; throws EditError on an unknown kind or a bad pattern. */
function faultOf(given: JsonObject): Fault {
  const kind = FAULT_KINDS.find((known) => known === given.kind);
  if (kind === undefined) throw new EditError(`A fault's kind is one of ${FAULT_KINDS.join(', ')}.`);
  const match = stringIn(given.match);
  const numbers = ['status', 'retryAfter', 'probability', 'times'].flatMap((name) => {
    const value = numberIn(given[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    kind,
    ...(match === undefined ? {} : { match: patternOf(match) }),
    ...Object.fromEntries(numbers),
  };
}

function patternOf(source: string): RegExp {
  try {
    return new RegExp(source);
  } catch (cause) {
    throw new EditError(`"${source}" is no regular expression.`, { cause });
  }
}

function faultsIn(body: JsonValue): Fault[] {
  const list = Array.isArray(body) ? body : isJsonObject(body) ? body.faults : undefined;
  if (!Array.isArray(list)) throw new EditError('Faults are a JSON array, or an object with "faults".');
  return objectsIn(list).map(faultOf);
}

function numberAt(body: JsonValue, name: string): number {
  const value = isJsonObject(body) ? numberIn(body[name]) : undefined;
  if (value === undefined || value < 0)
    throw new EditError(`This control needs a number "${name}", 0 or more.`);
  return value;
}

function summary(catalogue: Catalogue): JsonObject {
  return {
    stores: catalogue.stores.map((store) => ({
      code: store.code,
      websiteId: store.websiteId,
      listedProducts: catalogue.index.listed(store).length,
    })),
    products: catalogue.products.size,
    categories: catalogue.categories.size,
    cmsPages: catalogue.cmsPages.size,
    cmsBlocks: catalogue.cmsBlocks.size,
    blogPosts: catalogue.blogPosts.size,
    revision: catalogue.revision,
  };
}

function statsBody(stats: RequestStats): JsonObject {
  const { log, byRoute, byStatus, ...counts } = stats.snapshot();
  return {
    ...counts,
    byRoute: { ...byRoute },
    byStatus: { ...byStatus },
    log: log.map((entry) => ({ ...entry })),
  };
}

type Control = (controls: Controls, body: JsonValue) => JsonValue;

const CONTROLS: Readonly<Record<string, Control>> = {
  'GET /stats': ({ stats }) => statsBody(stats),
  'POST /stats/reset': ({ stats }) => {
    stats.reset();
    return { ok: true };
  },
  'PUT /faults': ({ faults }, body) => {
    faults.set(faultsIn(body));
    return { ok: true };
  },
  'DELETE /faults': ({ faults }) => {
    faults.clear();
    return { ok: true };
  },
  'PUT /latency': ({ latency }, body) => {
    latency.ms = numberAt(body, 'ms');
    return { ok: true };
  },
  'PUT /item-cache': ({ caches }, body) => {
    caches.seconds = numberAt(body, 'seconds');
    return { ok: true };
  },
  'POST /edit': ({ catalogue }, body) => runEdit(catalogue, body),
  'GET /catalogue/summary': ({ catalogue }) => summary(catalogue),
  ...Object.fromEntries(
    Object.entries(SHOP_CONTROLS).map(([name, control]): [string, Control] => [
      name,
      ({ shop }, body) => control(shop, body),
    ]),
  ),
};

/** Answers a request below `/_control`; 404 for an unknown control, 422 for a body it cannot use. */
export async function handleControl(controls: Controls, request: Request): Promise<Response> {
  const name = `${request.method} ${new URL(request.url).pathname.slice(CONTROL_PREFIX.length)}`;
  const control = Object.hasOwn(CONTROLS, name) ? CONTROLS[name] : undefined;
  if (control === undefined) {
    return jsonResponse(404, {
      error: 'unknown_control',
      message: `Known: ${Object.keys(CONTROLS).join(', ')}.`,
    });
  }
  try {
    const text = request.method === 'GET' ? '' : await request.text();
    return jsonResponse(200, control(controls, text === '' ? {} : parseJson(text)));
  } catch (error) {
    if (error instanceof EditError || error instanceof SyntaxError) {
      return jsonResponse(422, { error: 'bad_edit', message: error.message });
    }
    throw error;
  }
}
