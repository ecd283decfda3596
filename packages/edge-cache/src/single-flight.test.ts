import { describe, expect, it } from 'vitest';
import { FLIGHT_JOIN_MS, SingleFlight } from './single-flight.js';

/** Flights at a time of the test's own, each landed by hand. */
function flights() {
  let now = 0;
  let begun = 0;
  const landings: Promise<unknown>[] = [];
  const single = new SingleFlight<string>({ now: () => now }, (work) => landings.push(work));
  return {
    landed: () => Promise.all(landings.splice(0, 1)),
    pass: (ms: number) => {
      now += ms;
    },
    take: () => {
      let land: (name: string) => void = () => {};
      const { led, result } = single.join('page', () => {
        begun += 1;
        return new Promise((resolve) => {
          land = resolve;
        });
      });
      return { led, result, land: () => land(`flight ${begun}`) };
    },
  };
}

describe('work that several ask for at once', () => {
  it('is begun once, and anew when it is done', async () => {
    const { landed, take } = flights();
    const first = take();
    const joined = take();
    expect([first.led, joined.led]).toEqual([true, false]);
    first.land();
    expect(await joined.result).toBe('flight 1');
    await landed();
    expect(take().led).toBe(true);
  });

  it('is joined for a while only, and work that lands late leaves the newer one to be joined', async () => {
    const { landed, pass, take } = flights();
    const late = take();
    pass(FLIGHT_JOIN_MS);
    const newer = take();
    expect(newer.led).toBe(true);
    late.land();
    await landed();
    expect(take().led).toBe(false);
  });

  it('fails for everybody who joined, and is begun anew', async () => {
    const landings: Promise<unknown>[] = [];
    const single = new SingleFlight<string>({ now: () => 0 }, (work) => landings.push(work));
    const fail = () => Promise.reject(new Error('no'));
    const [first, joined] = [single.join('page', fail), single.join('page', fail)];
    await expect(first.result).rejects.toThrow('no');
    await expect(joined.result).rejects.toThrow('no');
    await Promise.all(landings);
    expect([joined.led, single.join('page', async () => 'yes').led]).toEqual([false, true]);
  });
});
