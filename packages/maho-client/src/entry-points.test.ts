import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('.', import.meta.url));

/** Every module that an entry's code reaches; imports of types leave nothing in a bundle. */
function reachedFrom(entry: string): Set<string> {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, isType, path = ''] of readFileSync(SOURCE + file, 'utf8').matchAll(
      /^(?:import|export) (type )?[^'"]*?(?:from )?'(\.[^']+)\.js';$/gms,
    )) {
      if (isType !== undefined) continue;
      const next = new URL(`${path}.ts`, `file:///${file}`).pathname.slice(1);
      expect(existsSync(SOURCE + next), next).toBe(true);
      visit(next);
    }
  };
  visit(entry);
  return reached;
}

test('a Worker that only syncs carries nothing of shopping', () => {
  const reached = [...reachedFrom('index.ts')];
  expect(reached).toContain('transport/json-transport.ts');
  expect(reached.filter((file) => file.startsWith('shopping/'))).toEqual([]);
});

test('a Worker that only sells carries nothing of the crawl', () => {
  const reached = reachedFrom('shopping/index.ts');
  expect(reached).toContain('shopping/errors/refusal-rules.ts');
  for (const file of ['client/maho-api-client.ts', 'paging/page-walk.ts', 'schemas/product-item.ts']) {
    expect(reached).not.toContain(file);
  }
});
