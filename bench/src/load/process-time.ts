import { readdirSync, readFileSync } from 'node:fs';

const NS_PER_MS = 1_000_000;

/** Tells how much CPU time a process has used; Linux only. */
export class ProcessTime {
  readonly #tasks: string;

  private constructor(pid: string) {
    this.#tasks = `/proc/${pid}/task`;
  }

  /** A child of this process by the name of its program; null where the system does not tell of it. */
  static ofChild(program: string): ProcessTime | null {
    if (process.platform !== 'linux') return null;
    const isChild = new RegExp(`^\\d+ \\(${program}\\) \\S (\\d+) `);
    const pid = readdirSync('/proc').find(
      (name) =>
        /^\d+$/.test(name) && isChild.exec(readIfThere(`/proc/${name}/stat`))?.[1] === `${process.pid}`,
    );
    return pid === undefined ? null : new ProcessTime(pid);
  }

  /** Milliseconds of all its threads so far. */
  readMs(): number {
    const threads = readdirSync(this.#tasks);
    const ns = threads.map((id) => Number(readIfThere(`${this.#tasks}/${id}/schedstat`).split(' ')[0]));
    return ns.reduce((sum, value) => sum + value, 0) / NS_PER_MS;
  }
}

/** Processes and threads may end between being listed and being read. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return '';
    throw error;
  }
}
