import { describe, expect, it } from 'vitest';
import { htmlWithoutDirectives, optionalText, textWithoutDirectives } from './directives.js';

describe('directives', () => {
  it.each([
    ['{{media url="a.webp"}}a', 'a'],
    ['a {{widget type="x" text="}"}} b', 'a  b'],
    ['{{depend a}}b{{/depend}}', 'b'],
    ['{{{a}}}', '}'],
    ['{a} }} {', '{a} }} {'],
  ])('go from %j, in HTML and in text', (source, expected) => {
    expect(htmlWithoutDirectives(source)).toBe(expected);
    expect(textWithoutDirectives(source)).toBe(expected);
  });

  it('without an end are text in HTML, and the cut end of a text', () => {
    expect(htmlWithoutDirectives('a {{b}}c {{d')).toBe('a c {{d');
    expect(textWithoutDirectives('a {{b}}c {{media url="wys')).toBe('a c ');
  });

  it('of an absent text leave it absent', () => {
    expect(optionalText(undefined)).toBeUndefined();
    expect(optionalText('{{a}}')).toBe('');
  });
});
