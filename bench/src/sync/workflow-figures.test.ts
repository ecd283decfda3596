import { expect, test } from 'vitest';
import { workflowFigures } from './workflow-figures.ts';

const step = (name: string, bytes: number) => ({ name, metadata: { bytes } });

test('counts the steps of all instances of one sync, and finds the largest result', () => {
  const noted = [step('a/en 1', 150), step('a/en 2', 170), step('a-2/en 1', 160), step('b/en 1', 999)];
  expect(workflowFigures('a', noted)).toEqual({ instances: 2, steps: 3, largestResultBytes: 170 });
});

test('is nothing for a sync that no Workflow drove', () => {
  expect(workflowFigures('c', [step('a/en 1', 150)])).toBeNull();
});

test('refuses a step whose size was not noted', () => {
  expect(() => workflowFigures('a', [{ name: 'a/en 1' }])).toThrow();
});
