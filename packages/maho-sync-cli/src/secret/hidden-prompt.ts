const ENTER = new Set(['\r', '\n', '\u0004']);
const BACKSPACE = new Set(['\u007f', '\b']);
const CTRL_C = '\u0003';

/** The part of a terminal that is read from. */
export interface KeyInput {
  setRawMode(isRaw: boolean): unknown;
  setEncoding(encoding: 'utf8'): unknown;
  on(event: 'data', listener: (text: string) => void): unknown;
  off(event: 'data', listener: (text: string) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** The person at the terminal does not want to go on. */
export class Interrupted extends Error {
  readonly code = 'interrupted';

  constructor() {
    super('Interrupted');
    this.name = 'Interrupted';
  }
}

/**
 * Asks for one line that is not shown as it is typed.
 *
 * @throws Interrupted on Ctrl-C, which a terminal in raw mode makes no signal of.
 */
export function askHidden(
  question: string,
  input: KeyInput,
  output: { write(text: string): unknown },
): Promise<string> {
  // Before the question: what is pasted or typed as soon as it appears would be echoed.
  input.setRawMode(true);
  input.setEncoding('utf8');
  input.resume();
  output.write(question);
  return new Promise<string>((resolve, reject) => {
    const line = new HiddenLine();
    const onData = (text: string) => {
      const end = line.type(text);
      if (end === null) return;
      input.off('data', onData);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
      if (end === 'interrupted') reject(new Interrupted());
      else resolve(line.text);
    };
    input.on('data', onData);
  });
}

/** A line as a terminal would keep it. */
class HiddenLine {
  #characters: string[] = [];

  get text(): string {
    return this.#characters.join('');
  }

  /** Takes keys. @returns how the line ended; null when it has not. */
  type(keys: string): 'entered' | 'interrupted' | null {
    for (const key of keys) {
      if (key === CTRL_C) return 'interrupted';
      if (ENTER.has(key)) return 'entered';
      if (BACKSPACE.has(key)) this.#characters.pop();
      else this.#characters.push(key);
    }
    return null;
  }
}
