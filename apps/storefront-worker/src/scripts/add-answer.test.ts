import { expect, test } from 'vitest';
import { parseAddAnswer } from './add-answer.js';

test('knows what to show when something was added', () => {
  const event = { event: 'add_to_cart', ecommerce: {} };
  expect(parseAddAnswer({ itemsQty: 2, drawer: '<p>', event })).toEqual({
    isAdded: true,
    drawer: '<p>',
    event,
  });
  expect(parseAddAnswer({ itemsQty: 2, drawer: '<p>' })).toMatchObject({ event: null });
});

test('knows which fields a problem is about', () => {
  const problem = { error: 'option_required', message: 'Please choose', fields: ['options[1]', 7] };
  expect(parseAddAnswer(problem)).toEqual({
    isAdded: false,
    message: 'Please choose',
    fields: ['options[1]'],
  });
});

test.each([null, 'text', 7, [], {}])('takes %j for a failure without words', (value) => {
  expect(parseAddAnswer(value)).toEqual({ isAdded: false, message: '', fields: [] });
});
