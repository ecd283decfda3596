import { type Answer, type CallOptions, call } from './worker-client.js';

const ORIGIN = 'http://en.localhost';

/** Fields of a form; one that is there several times is a list. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without scripts: keeps the cookies it is given, and sends forms from the page they are on. */
export class TestShopper {
  readonly #cookies = new Map<string, string>();

  /** Each comes from an address of its own: no test is slowed down by another's attempts. */
  readonly address = `2001:db8:${randomGroup()}:${randomGroup()}::1`;

  constructor(
    private readonly options: Pick<CallOptions, 'origin' | 'variables' | 'headers' | 'isolate'> = {},
  ) {}

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  visit(path: string): Promise<Answer> {
    return this.#send(path, {});
  }

  /** Asks whether there is a page, as link checkers do. */
  look(path: string): Promise<Answer> {
    return this.#send(path, { method: 'HEAD' });
  }

  /** Sends a form; with a file as browsers send those. */
  submit(path: string, fields: FormFields = {}, files: Readonly<Record<string, File>> = {}): Promise<Answer> {
    const hasFiles = Object.keys(files).length > 0;
    const body = hasFiles ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one);
    }
    if (body instanceof FormData) for (const [name, file] of Object.entries(files)) body.append(name, file);
    return this.#send(path, {
      method: 'POST',
      body,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
  }

  /** Sends a form as the page's script does, which wants JSON. */
  submitByScript(path: string, fields: FormFields): Promise<Answer> {
    const body = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
    const headers = { 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' };
    return this.#send(path, { method: 'POST', body, headers });
  }

  /** The same, and then to where the answer leads. */
  async submitAndFollow(path: string, fields: FormFields = {}): Promise<Answer> {
    const answer = await this.submit(path, fields);
    const to = answer.headers.get('location');
    return answer.status === 303 && to !== null ? this.visit(to) : answer;
  }

  async #send(path: string, options: CallOptions): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { headers = {}, ...rest } = this.options;
    const answer = await call(path, {
      origin: ORIGIN,
      secret: null,
      ...rest,
      ...options,
      headers: {
        'CF-Connecting-IP': this.address,
        ...headers,
        ...options.headers,
        ...(cookie === '' ? {} : { Cookie: cookie }),
      },
    });
    for (const line of answer.headers.getSetCookie()) this.#take(line);
    return answer;
  }

  #take(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    const isDropped = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
    if (isDropped) this.#cookies.delete(name);
    else this.#cookies.set(name, decodeURIComponent(value));
  }
}

function randomGroup(): string {
  return Math.floor(Math.random() * 0x10000).toString(16);
}
