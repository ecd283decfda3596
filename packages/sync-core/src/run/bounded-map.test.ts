import { describe, expect, it } from 'vitest';
import { boundedMap } from './bounded-map.js';

/** Work that ends when it is told to, and knows how much of it runs. */
class Workshop {
  readonly started: number[] = [];
  running = 0;
  most = 0;
  private readonly doors = new Map<number, { open: () => void; slam: (error: Error) => void }>();

  readonly work = async (input: number): Promise<number> => {
    this.started.push(input);
    this.running += 1;
    this.most = Math.max(this.most, this.running);
    try {
      await new Promise<void>((open, slam) => this.doors.set(input, { open, slam }));
      return input * 10;
    } finally {
      this.running -= 1;
    }
  };

  async finish(input: number): Promise<void> {
    this.doors.get(input)?.open();
    await settle();
  }

  async fail(input: number, message: string): Promise<void> {
    this.doors.get(input)?.slam(new Error(message));
    await settle();
  }
}

/** Lets everything that can go on go on. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

describe('boundedMap', () => {
  it('gives results in the order of the inputs, whatever order they end in', async () => {
    const shop = new Workshop();
    const results = boundedMap([1, 2, 3], 3, shop.work);
    for (const input of [3, 1, 2]) await shop.finish(input);
    expect(await results).toEqual([10, 20, 30]);
  });

  it('never runs more than the limit at a time, and starts the next as soon as one ends', async () => {
    const shop = new Workshop();
    const results = boundedMap([1, 2, 3, 4, 5], 2, shop.work);
    await settle();
    expect(shop.started).toEqual([1, 2]);
    await shop.finish(2);
    expect(shop.started).toEqual([1, 2, 3]);
    for (const input of [3, 4, 5, 1]) await shop.finish(input);
    expect(await results).toHaveLength(5);
    expect(shop.most).toBe(2);
  });

  it('starts nothing more after a failure, and throws it once what was started has ended', async () => {
    const shop = new Workshop();
    const results = boundedMap([1, 2, 3, 4], 2, shop.work);
    let outcome = 'open';
    const seen = results.catch((error: Error) => {
      outcome = error.message;
    });
    await settle();
    await shop.fail(1, 'first');
    expect([outcome, shop.started]).toEqual(['open', [1, 2]]);
    await shop.finish(2);
    await seen;
    expect([outcome, shop.started, shop.running]).toEqual(['first', [1, 2], 0]);
  });

  it('throws the failure that came first where several fail', async () => {
    const shop = new Workshop();
    const results = boundedMap([1, 2], 2, shop.work);
    const seen = expect(results).rejects.toThrow('second input');
    await settle();
    await shop.fail(2, 'second input');
    await shop.fail(1, 'first input');
    await seen;
  });

  it('turns work that throws before it awaits into a rejection', async () => {
    const broken = (): Promise<never> => {
      throw new RangeError('at once');
    };
    await expect(boundedMap([1], 1, broken)).rejects.toThrow(RangeError);
  });

  it('does nothing for no inputs', async () => {
    expect(await boundedMap([], 6, async () => 1)).toEqual([]);
  });
});
