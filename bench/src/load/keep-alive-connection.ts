import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type ResponseHead, readResponseHead } from './response-head.ts';

/** Where requests go. */
export interface Server {
  port: number;
  /** What the requests say in `Host`. */
  host: string;
}

/** What came back. */
export type Answer = Pick<ResponseHead, 'status' | 'edgeCache' | 'bodyBytes'>;

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/**
 * One connection that asks, waits for the whole answer and asks again. Made for little work of its own: on a
 * machine with few cores an HTTP client would be measured as well.
 */
export class KeepAliveConnection {
  readonly #socket: Socket;
  readonly #host: string;
  #head: ResponseHead | null = null;
  #received: Buffer[] = [];
  #receivedBytes = 0;
  #waiting: Waiting | null = null;
  /** Why nothing can be asked any more. */
  #broken: Error | null = null;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('The server closed a connection that was to be kept.')));
  }

  static async open({ port, host }: Server): Promise<KeepAliveConnection> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new KeepAliveConnection(socket, host);
  }

  /** @param target path and query. */
  get(target: string): Promise<Answer> {
    if (this.#broken !== null) return Promise.reject(this.#broken);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(`GET ${target} HTTP/1.1\r\nHost: ${this.#host}\r\n\r\n`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#receivedBytes += chunk.length;
    try {
      // Heads arrive in one piece, or nearly so: joining the pieces costs little.
      this.#head ??= readResponseHead(Buffer.concat(this.#received));
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    if (this.#head === null || this.#receivedBytes < this.#head.bodyStart + this.#head.bodyBytes) return;
    const answer = this.#head;
    this.#head = null;
    this.#received = [];
    this.#receivedBytes = 0;
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve(answer);
  }

  #fail(error: Error): void {
    this.#broken ??= error;
    this.#waiting?.reject(error);
    this.#waiting = null;
  }
}
