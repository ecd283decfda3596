import { spawn } from 'node:child_process';

/** Lines kept to tell why a server failed. */
const KEPT_LINES = 40;
const GRACE_MS = 3_000;

/** One server of the demo, with all processes it starts itself. */
export class ServerProcess {
  #child;
  #lines = [];
  #isStopping = false;
  #exit;

  /**
   * @param {string} name for messages
   * @param {string[]} args of Node: the script first
   * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
   */
  constructor(name, args, { cwd, env = {} }) {
    this.name = name;
    // A group of its own, so that it can be ended with everything it has started.
    this.#child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => this.#keep(text));
    }
    this.#exit = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(error.message));
      this.#child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? `code ${code}`}`));
    });
    process.once('exit', () => this.#signal('SIGKILL'));
  }

  /** Rejects when the server ends without having been asked to; never resolves. */
  async failure() {
    const reason = await this.#exit;
    if (this.#isStopping) return new Promise(() => {});
    throw new Error(`The ${this.name} stopped: ${reason}.\n${this.output}`);
  }

  /** What it said last. */
  get output() {
    return this.#lines.join('\n');
  }

  async stop() {
    this.#isStopping = true;
    this.#signal('SIGTERM');
    const timer = setTimeout(() => this.#signal('SIGKILL'), GRACE_MS);
    await this.#exit;
    clearTimeout(timer);
    // What the group's leader leaves behind.
    this.#signal('SIGKILL');
  }

  #signal(signal) {
    if (this.#child.pid === undefined) return;
    try {
      if (process.platform === 'win32') this.#child.kill(signal);
      else process.kill(-this.#child.pid, signal);
    } catch (error) {
      // Nobody of the group is left.
      if (error.code !== 'ESRCH') throw error;
    }
  }

  #keep(text) {
    this.#lines.push(...text.split('\n').filter((line) => line.trim() !== ''));
    this.#lines.splice(0, this.#lines.length - KEPT_LINES);
  }
}
