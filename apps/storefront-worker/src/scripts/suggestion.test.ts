import { describe, expect, it } from 'vitest';
import { parseSuggestions } from './suggestion.js';

describe('the proposals of a search', () => {
  it('are read without what is none', () => {
    const good = { title: 'A', path: '/a', image: 'https://b.example/a.jpg', price: '$1.00' };
    expect(parseSuggestions({ suggestions: [good, { title: 'B' }, null, 3] })).toEqual([good]);
  });

  it.each([null, [], {}, { suggestions: {} }, 'x'])('are none in %j', (answer) => {
    expect(parseSuggestions(answer)).toEqual([]);
  });

  it('lead nowhere but to this host, and show web pictures only', () => {
    const entries = [
      { title: 'A', path: '//evil.example' },
      { title: 'B', path: '/\\evil.example' },
      { title: 'C', path: 'javascript:alert(1)', image: 'javascript:alert(1)' },
    ];
    expect(parseSuggestions({ suggestions: entries })).toEqual([
      { title: 'C', path: '/javascript:alert(1)', image: null, price: null },
    ]);
  });
});
