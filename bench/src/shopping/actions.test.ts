import { expect, test } from 'vitest';
import { ACTIONS, type Action } from './actions.ts';

const GOODS = {
  simple: { product: '1', slug: 'one', qty: '1' },
  otherSimple: { product: '2', slug: 'two', qty: '1' },
  configurable: { product: '3', slug: 'three', qty: '1' },
  regionId: '12',
};

function action(name: string): Action {
  const found = ACTIONS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No action "${name}"`);
  return found;
}

test('names each action once', () => {
  expect(new Set(ACTIONS.map(({ name }) => name)).size).toBe(ACTIONS.length);
});

test('takes the line and the amount from the page that was seen last', () => {
  const seen = { lines: ['7', '8', '9'], amount: '12.5 USD' };
  expect(action('change a quantity').fields?.(GOODS, seen)).toEqual({ item: '7', qty: '2' });
  expect(action('remove a line').fields?.(GOODS, seen)).toEqual({ item: '9' });
  expect(action('place the order').fields?.(GOODS, seen)).toMatchObject({ seen: '12.5 USD' });
});

test('says so where the cart shows fewer lines than were put into it', () => {
  expect(() => action('remove a line').fields?.(GOODS, { lines: ['7'], amount: '' })).toThrow('1 lines');
});
