const BAR_WIDTH = 30;
const PLAIN_LINE_EVERY_MS = 2_000;

/** Shows how far a sync is: a bar that moves on a terminal, a line now and then elsewhere. */
export class ProgressDisplay {
  #out;
  #expected;
  #lastLine = '';
  #lastAt = 0;

  /**
   * @param {NodeJS.WriteStream} out
   * @param {number} expected products to come
   */
  constructor(out, expected) {
    this.#out = out;
    this.#expected = expected;
  }

  /** @param {{ products: { listed: number, inKv: number }, stores: { code: string, state: string, stage?: string }[] }} report */
  show({ products, stores }) {
    const total = Math.max(this.#expected, products.listed, 1);
    const share = Math.min(1, products.inKv / total);
    const filled = Math.round(share * BAR_WIDTH);
    const bar = `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}]`;
    const active = stores.find(({ state }) => state === 'running');
    const where = active === undefined ? '' : `  ${active.code}: ${active.stage ?? 'begins'}`;
    this.#print(`${bar} ${number(products.inKv)} of ${number(total)} products${where}`);
  }

  end() {
    if (this.#out.isTTY && this.#lastLine !== '') this.#out.write('\n');
  }

  #print(line) {
    if (this.#out.isTTY) {
      this.#out.write(`\r${line.slice(0, this.#out.columns - 1)}\u001b[K`);
    } else {
      const now = Date.now();
      if (line === this.#lastLine || now - this.#lastAt < PLAIN_LINE_EVERY_MS) return;
      this.#lastAt = now;
      this.#out.write(`${line}\n`);
    }
    this.#lastLine = line;
  }
}

function number(value) {
  return value.toLocaleString('en');
}
