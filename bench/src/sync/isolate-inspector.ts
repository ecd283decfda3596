import { once } from 'node:events';
import * as z from 'zod';

const heapUsage = z.object({
  usedSize: z.number(),
  embedderHeapUsedSize: z.number(),
  backingStorageSize: z.number(),
});

const reply = z.object({
  id: z.number(),
  result: z.unknown(),
  error: z.object({ message: z.string() }).optional(),
});

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The DevTools protocol of one isolate, as far as its heap goes. */
export class IsolateInspector {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#settle(String(data)));
    socket.addEventListener('close', () => this.#giveUp());
  }

  /** @throws Error when nobody answers there. */
  static async connect(url: URL): Promise<IsolateInspector> {
    const socket = new WebSocket(url);
    const failed = once(socket, 'error').then(() => {
      throw new Error(`The inspector does not answer at ${url}.`);
    });
    await Promise.race([once(socket, 'open'), failed]);
    return new IsolateInspector(socket);
  }

  /** Bytes in use: V8's heap, the runtime's objects on it, and array buffers; garbage included. */
  async usedBytes(): Promise<number> {
    const usage = heapUsage.parse(await this.#call('Runtime.getHeapUsage'));
    return usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize;
  }

  /**
   * Collects all garbage.
   *
   * @param enter sends the isolate a request: it collects only when it is entered anyway.
   */
  async collectGarbage(enter: () => Promise<unknown>): Promise<void> {
    let isCollected = false;
    const collected = this.#call('HeapProfiler.collectGarbage').finally(() => {
      isCollected = true;
    });
    while (!isCollected) await Promise.race([collected, enter()]);
    await collected;
  }

  close(): void {
    this.#socket.close();
  }

  #call(method: string): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method }));
    });
  }

  /** Events, which nobody asked for, have no id. */
  #settle(text: string): void {
    const parsed = reply.safeParse(JSON.parse(text));
    if (!parsed.success) return;
    const { id, result, error } = parsed.data;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(`The inspector refused: ${error.message}`));
  }

  #giveUp(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('The inspector hung up.'));
    this.#waiting.clear();
  }
}
