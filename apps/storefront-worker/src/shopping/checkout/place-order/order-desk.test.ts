import type { CartRef } from '@maho-storefront/maho-client/shopping';
import { describe, expect, test } from 'vitest';
import { OrderWorld, TIMEOUT_MS } from '../../../testing/order-world.js';
import type { OrderOutcome } from './order-outcome.js';

/** Tries as a patient shopper does: looks again while nothing is known, and orders again when told that nothing was. */
async function untilSettled(world: OrderWorld, again: () => Promise<OrderOutcome>): Promise<string> {
  for (let tries = 0; tries < 5; tries += 1) {
    const { kind } = await again();
    if (kind === 'placed' || kind === 'unclear') return kind;
    world.now += 2 * TIMEOUT_MS;
  }
  return 'never';
}

/** An object died just when Maho had placed its order. */
async function worldWithLostOrder(): Promise<OrderWorld> {
  for (let at = 1; ; at += 1) {
    const world = new OrderWorld();
    const attempt = await world.attempt(await world.readyCart());
    await world.dieAt(at, 'before', (desk) => desk.place(attempt));
    if (world.orders === 1) return world;
  }
}

const ORDERED = expect.stringMatching(/^(placed|unclear)$/);

describe('an object that dies', () => {
  test.each(['before', 'after'] as const)(
    '%s any of its steps has placed one order in the end',
    async (when) => {
      let isThrough = false;
      for (let at = 1; !isThrough; at += 1) {
        const world = new OrderWorld();
        const attempt = await world.attempt(await world.readyCart());
        await world.dieAt(at, when, (desk) => desk.place(attempt));
        isThrough = world.steps < at;
        const outcome = await untilSettled(world, () => world.desk().place(attempt));
        expect([at, world.orders, outcome]).toEqual([at, 1, ORDERED]);
      }
    },
  );

  test.each(['before', 'after'] as const)(
    '%s any step after the shopper has paid takes no second payment',
    async (when) => {
      let isThrough = false;
      for (let at = 1; !isThrough; at += 1) {
        const world = new OrderWorld();
        const attempt = await world.attempt(await world.readyCart('card'));
        await world.desk().place(attempt);
        const reference = world.pay();
        await world.dieAt(at, when, (desk) => desk.resume(reference, attempt));
        isThrough = world.steps < at;
        const outcome = await untilSettled(world, () => world.desk().place(attempt));
        expect([at, world.orders, outcome]).toEqual([at, 1, ORDERED]);
        expect([at, world.payments.map(({ state }) => state)]).toEqual([at, ['authorised']]);
      }
    },
  );
});

describe('an order without an answer', () => {
  const late = [{ match: /place-order/, kind: 'status', status: 504, times: 1 }] as const;

  test('is not said to have failed before Maho can no longer be at it', async () => {
    const world = new OrderWorld();
    const attempt = await world.attempt(await world.readyCart());
    world.backend.faults.set(late);
    expect(await world.desk().place(attempt)).toMatchObject({ kind: 'unknown' });
    expect(await world.desk().place(attempt)).toMatchObject({ kind: 'unknown' });
    world.now += 2 * TIMEOUT_MS;
    expect(await world.desk().place(attempt)).toMatchObject({ kind: 'placed' });
    expect(world.orders).toBe(1);
  });

  test('that comes to an end after all is an order, not a cart that is gone', async () => {
    const world = new OrderWorld();
    const attempt = await world.attempt(await world.readyCart());
    world.backend.faults.set([{ match: /place-order/, kind: 'status', status: 500, times: 1 }]);
    expect(await world.desk().place(attempt)).toEqual({ kind: 'not_placed' });
    await world.finish(attempt);
    expect(await world.desk().place(attempt)).toMatchObject({ kind: 'unclear' });
    expect(await world.desk().ofGoneCart(attempt)).toMatchObject({ kind: 'unclear' });
    expect(world.orders).toBe(1);
  });

  test('is looked for in its own cart, whatever the shopper has in theirs by then', async () => {
    const world = await worldWithLostOrder();
    await world.readyCart();
    const { state } = await world.lookup().latest({ store: 'en', address: undefined, token: undefined });
    expect(state).toBe('unclear');
  });
});

describe('a customer’s order', () => {
  const keys = (world: OrderWorld) =>
    world.sent
      .filter(({ path }) => path.endsWith('/place-order'))
      .map(({ headers }) => headers.get('X-Idempotency-Key'));

  test('has a key, which goes with the next attempt where the first may have come through', async () => {
    const world = new OrderWorld();
    const { cart, token } = await world.customer();
    const attempt = await world.attempt(cart, { token });
    world.backend.faults.set([{ match: /place-order/, kind: 'status', status: 504, times: 1 }]);
    expect(await world.desk().place(attempt)).toMatchObject({ kind: 'unknown' });
    world.now += 2 * TIMEOUT_MS;
    expect(await world.desk().place(attempt)).toMatchObject({ kind: 'placed' });
    const [first, second] = keys(world);
    expect(first).toMatch(/^id-/);
    expect(second).toBe(first);
  });

  test('that Maho is still at is unknown, and gets another key once it can no longer be', async () => {
    const world = new OrderWorld();
    const { cart, token } = await world.customer();
    const attempt = await world.attempt(cart, { token });
    world.backend.faults.set([{ match: /place-order/, kind: 'status', status: 409, times: 1 }]);
    expect(await world.desk().place(attempt)).toMatchObject({ kind: 'unknown' });
    expect(await world.desk().place(attempt)).toMatchObject({ kind: 'unknown' });
    world.now += 2 * TIMEOUT_MS;
    expect(await world.desk().place(attempt)).toMatchObject({ kind: 'placed' });
    const [first, second] = keys(world);
    expect(second).not.toBe(first);
    expect(world.orders).toBe(1);
  });

  test('a guest’s has none', async () => {
    const world = new OrderWorld();
    await world.desk().place(await world.attempt(await world.readyCart()));
    expect(keys(world)).toEqual([null]);
  });

  test.each(['placed', 'unclear', 'unknown'])(
    'that is %s is told to nobody else, who may guess its cart’s number',
    async (kind) => {
      const world = new OrderWorld();
      const { cart, token } = await world.customer();
      const attempt = await world.attempt(cart, { token });
      if (kind !== 'placed') world.backend.faults.set([{ match: /place-order/, kind: 'lost', times: 1 }]);
      if (kind === 'unknown')
        world.backend.faults.set([{ match: /carts.\d+.place-order/, kind: 'status', status: 504 }]);
      expect(await world.desk().place(attempt)).toMatchObject({ kind });
      const stranger = await world.stranger();
      for (const other of [undefined, 'made-up', stranger]) {
        const seen = { ...attempt, token: other };
        for (const told of [await world.desk().place(seen), await world.desk().ofGoneCart(seen)]) {
          expect(told).not.toHaveProperty('ticket');
        }
      }
      expect(await world.desk().place(attempt)).toMatchObject({ kind });
    },
  );
});

describe('what the shopper agreed to', () => {
  test.each([
    ['what is in the cart', (world: OrderWorld, cart: CartRef) => world.swap(cart)],
    ['where it goes', (world: OrderWorld, cart: CartRef) => world.moveTo(cart, 'Salem')],
    ['how it is paid', (world: OrderWorld, cart: CartRef) => world.payBy(cart, 'banktransfer')],
  ])('is seen again where %s has changed, at the same amount too', async (_what, change) => {
    const world = new OrderWorld();
    const cart = await world.readyCart();
    const attempt = await world.attempt(cart);
    await change(world, cart);
    expect((await world.attempt(cart)).seen.split(' ')[0]).toBe(attempt.seen.split(' ')[0]);
    expect(await world.desk().place(attempt)).toEqual({ kind: 'changed' });
    expect(world.orders).toBe(0);
  });

  test('stays beside what the order costs, where the shop has counted something else while it placed it', async () => {
    const world = new OrderWorld();
    const attempt = await world.attempt(await world.readyCart());
    const agreedTotal = Number(attempt.seen.split(' ')[0]);
    world.beforePlacing = () => world.raisePrice(7);
    expect(await world.desk().place(attempt)).toMatchObject({ kind: 'placed' });
    const record = await world.record();
    expect(record).toMatchObject({ state: 'placed', order: { agreedTotal } });
    expect(record).not.toMatchObject({ order: { prices: { grandTotal: agreedTotal } } });
  });
});
