import * as z from 'zod';
import { DeploymentError } from './deployment-error.js';

/** A deployment's Worker, and what it is asked with. */
export interface DeploymentOptions {
  /** Of the Worker. */
  url: URL;
  /** '' for none. */
  secret: string;
  fetch: typeof fetch;
}

export interface DeploymentAnswer {
  status: number;
  body: unknown;
}

const refusalSchema = z.object({ error: z.string(), message: z.string() });

/** Makes authorized calls of a deployment. The secret is in no message. */
export class DeploymentClient {
  readonly #options: DeploymentOptions;

  constructor(options: DeploymentOptions) {
    this.#options = options;
  }

  get url(): URL {
    return this.#options.url;
  }

  /**
   * An answer that fits the schema.
   *
   * @throws DeploymentError for everything else.
   */
  async get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
    const answer = await this.call('GET', path);
    if (answer.status !== 200) throw this.refusal('GET', path, answer);
    return this.parse(answer.body, path, schema);
  }

  /**
   * Any answer of the deployment's, an error included.
   *
   * @throws DeploymentError when it is unreachable or no Maho Storefront.
   */
  async call(
    method: 'GET' | 'POST',
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<DeploymentAnswer> {
    const response = await this.open(method, path, headers);
    try {
      return { status: response.status, body: await response.json() };
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw this.#unreachable(method, path, cause);
      throw new DeploymentError(
        'not_a_storefront',
        `${method} ${this.#address(path)} was answered ${response.status} with something that is no JSON. ` +
          'Is that the address of the storefront’s Worker, and is it up to date?',
        { cause, status: response.status },
      );
    }
  }

  /**
   * The answer before its body is read.
   *
   * @throws DeploymentError when it is unreachable or answers with a redirect, which must not take the secret along.
   */
  async open(
    method: 'GET' | 'POST',
    path: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> {
    const { secret, fetch } = this.#options;
    let response: Response;
    try {
      response = await fetch(this.#address(path), {
        method,
        redirect: 'manual',
        headers: {
          Accept: 'application/json',
          ...(secret === '' ? {} : { Authorization: `Bearer ${secret}` }),
          ...headers,
        },
      });
    } catch (cause) {
      throw this.#unreachable(method, path, cause);
    }
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    throw new DeploymentError(
      'not_a_storefront',
      `${method} ${this.#address(path)} leads on to ${location}. Name the Worker’s own address with --url.`,
      { status: response.status },
    );
  }

  /** @throws DeploymentError for a body that is not of the schema. */
  parse<Schema extends z.ZodType>(body: unknown, path: string, schema: Schema): z.output<Schema> {
    const result = schema.safeParse(body);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw new DeploymentError(
      'not_a_storefront',
      `The answer of ${this.#address(path)} is not what this version understands: ` +
        `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
      { cause: result.error },
    );
  }

  /** The error that an answer tells of. */
  refusal(method: string, path: string, { status, body }: DeploymentAnswer): DeploymentError {
    const { data } = refusalSchema.safeParse(body);
    const reason = data === undefined ? '' : `, ${data.error}: ${data.message}`;
    return new DeploymentError(
      'refused',
      `${method} ${this.#address(path)} was answered ${status}${reason}`,
      data === undefined ? { status } : { status, answered: data.error },
    );
  }

  #address(path: string): string {
    return new URL(path, this.#options.url).href;
  }

  #unreachable(method: string, path: string, cause: unknown): DeploymentError {
    const reason = cause instanceof Error ? reasonOf(cause) : String(cause);
    return new DeploymentError('unreachable', `${method} ${this.#address(path)} failed: ${reason}`, {
      cause,
    });
  }
}

/** What `fetch` rejects with says “fetch failed”; why is in its cause. */
function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error && cause.message !== '' ? `${message} (${cause.message})` : message;
}
