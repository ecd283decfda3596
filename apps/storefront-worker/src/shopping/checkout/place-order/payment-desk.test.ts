import { expect, test } from 'vitest';
import { OrderWorld } from '../../../testing/order-world.js';

const states = ({ payments }: OrderWorld) => payments.map(({ state }) => state);

/** A shopper who has agreed to pay by card and is on its page. */
async function payer() {
  const world = new OrderWorld();
  const cart = await world.readyCart('card');
  const attempt = await world.attempt(cart);
  expect(await world.desk().place(attempt)).toMatchObject({ kind: 'pay' });
  return { world, cart, attempt };
}

test('what is paid and never ordered is given free when the cart is forgotten', async () => {
  const { world } = await payer();
  world.pay();
  expect(await world.paymentDesk().freeAll(await world.record())).toBe(true);
  expect(states(world)).toEqual(['refused']);
});

test('what could not be given free is tried again, and keeps nobody from paying in another way', async () => {
  const { world, cart } = await payer();
  world.pay();
  await world.payBy(cart, 'checkmo');
  world.isProviderDown = true;
  expect(await world.desk().place(await world.attempt(cart))).toMatchObject({ kind: 'placed' });
  expect(await world.paymentDesk().freeAll(await world.record())).toBe(false);
  world.isProviderDown = false;
  expect(await world.paymentDesk().freeAll(await world.record())).toBe(true);
  expect(states(world)).toEqual(['refused']);
});

test('the money of an order is never given free', async () => {
  const { world, attempt } = await payer();
  expect(await world.desk().resume(world.pay(), attempt)).toMatchObject({ kind: 'placed' });
  await world.paymentDesk().freeAll(await world.record());
  expect(states(world)).toEqual(['authorised']);
});

test.each([429, 500, 504])('whoever has paid does not pay again because Maho answers %i', async (status) => {
  const { world, attempt } = await payer();
  world.backend.faults.set([{ match: /place-order/, kind: 'status', status, times: 1 }]);
  expect(await world.desk().resume(world.pay(), attempt)).not.toMatchObject({ kind: 'placed' });
  world.now += 10 * 60_000;
  expect(await world.desk().place(attempt)).toMatchObject({ kind: 'placed' });
  expect(states(world)).toEqual(['authorised']);
});

test('money is given free as soon as Maho refuses the order for good', async () => {
  const { world, attempt } = await payer();
  world.backend.faults.set([{ match: /place-order/, kind: 'status', status: 422, times: 1 }]);
  expect(await world.desk().resume(world.pay(), attempt)).toMatchObject({ kind: 'refused' });
  expect(states(world)).toEqual(['refused']);
});

test('whoever comes back to a cart that goes elsewhere looks at it again, and does not pay again', async () => {
  const { world, cart, attempt } = await payer();
  const reference = world.pay();
  await world.moveTo(cart, 'Salem');
  expect(await world.desk().resume(reference, attempt)).toEqual({ kind: 'changed' });
  expect(await world.desk().place(await world.attempt(cart))).toMatchObject({ kind: 'placed' });
  expect(states(world)).toEqual(['authorised']);
});

test('whoever comes back to a cart that costs more pays anew, and has the first payment back', async () => {
  const { world, cart, attempt } = await payer();
  const reference = world.pay();
  await world.addTo(cart);
  expect(await world.desk().resume(reference, attempt)).toEqual({ kind: 'changed' });
  expect(await world.desk().place(await world.attempt(cart))).toMatchObject({ kind: 'pay' });
  expect(states(world)).toEqual(['refused', 'open']);
});

test('whoever comes back to a cart that is paid otherwise by now has ordered nothing', async () => {
  const { world, cart, attempt } = await payer();
  const reference = world.pay();
  await world.payBy(cart, 'checkmo');
  expect(await world.desk().resume(reference, attempt)).toEqual({ kind: 'changed' });
  expect([world.orders, states(world)]).toEqual([0, ['refused']]);
});

test.each([['made-up'], ['']])('a return with the reference %j changes nothing', async (reference) => {
  const { world, attempt } = await payer();
  world.pay();
  expect(await world.desk().resume(reference, attempt)).toEqual({ kind: 'payment_unknown' });
  expect([world.orders, states(world)]).toEqual([0, ['authorised']]);
});

test('a second return is shown the order of the first', async () => {
  const { world, attempt } = await payer();
  const reference = world.pay();
  const first = await world.desk().resume(reference, attempt);
  expect(await world.desk().resume(reference, attempt)).toEqual(first);
  expect(world.orders).toBe(1);
});
