import { describe, expect, it } from 'vitest';
import { scriptSafeJson } from './structured-data.js';

describe('JSON in a script element', () => {
  it.each(['</script><script>alert(1)</script>', '<!--<script>', ']]>', '\u2028\u2029', '"\'\\'])(
    'holds %j without ending the element, and reads back the same',
    (text) => {
      const json = scriptSafeJson({ text });
      expect(json).not.toMatch(/[<>\u2028\u2029]/);
      expect(JSON.parse(json)).toEqual({ text });
    },
  );
});
