import type { Server } from '../load/keep-alive-connection.ts';
import type { KeptConnection, Received } from '../load/kept-connection.ts';
import type { Action, SeenPage } from './actions.ts';
import type { Goods } from './goods.ts';

const LINE = /name="item" value="(\d+)"/g;
const AMOUNT = /name="seen" value="([^"]+)"/;

/** A guest with a browser without scripts: keeps cookies, and takes from pages what their forms send along. */
export class Shopper {
  readonly #connection: KeptConnection;
  readonly #host: string;
  readonly #goods: Goods;
  readonly #cookies = new Map<string, string>();
  #seen: SeenPage = { lines: [], amount: '' };

  /** @param connection to the storefront; whoever opened it closes it. */
  constructor(connection: KeptConnection, { host }: Pick<Server, 'host'>, goods: Goods) {
    this.#connection = connection;
    this.#host = host;
    this.#goods = goods;
  }

  /** How many ms it took. @throws Error for an answer that is not the one that a shopper hopes for. */
  async perform(action: Action): Promise<number> {
    const { fields, path, isByScript = false } = action;
    const body = fields && new URLSearchParams(fields(this.#goods, this.#seen)).toString();
    const received = await this.#connection.send({
      method: body === null ? 'GET' : 'POST',
      target: path,
      headers: {
        Host: this.#host,
        Accept: isByScript ? 'application/json' : 'text/html',
        ...(this.#cookies.size === 0 ? {} : { Cookie: cookieHeader(this.#cookies) }),
        ...(body === null ? {} : FORM_HEADERS),
      },
      body,
    });
    assertHopedFor(action, received);
    for (const line of received.headers['set-cookie'] ?? []) takeCookie(this.#cookies, line);
    if (body === null) this.#seen = seenOn(received.text);
    return received.ms;
  }
}

const FORM_HEADERS = {
  'Content-Type': 'application/x-www-form-urlencoded',
  'Sec-Fetch-Site': 'same-origin',
};

function assertHopedFor({ name, leadsTo }: Action, { status, headers, text }: Received): void {
  const isHopedFor = leadsTo === null ? status === 200 : status === 303 && headers.location === leadsTo;
  if (isHopedFor) return;
  const got = `${status} ${headers.location ?? ''}`.trim();
  throw new Error(`"${name}": expected ${leadsTo ?? 'a page'}, got ${got}: ${problemIn(text)}`);
}

/** What the shopper is told is wrong; else how the answer begins. */
function problemIn(text: string): string {
  return /role="alert"[^>]*>([^<]*)/.exec(text)?.[1]?.trim() || text.slice(0, 300);
}

function seenOn(text: string): SeenPage {
  const lines = [...text.matchAll(LINE)].map(([, id = '']) => id);
  return { lines, amount: AMOUNT.exec(text)?.[1] ?? '' };
}

function cookieHeader(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

function takeCookie(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const [name = '', value = ''] = pair.split('=');
  if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) cookies.delete(name);
  else cookies.set(name, value);
}
