import { between, mix } from '../../seeded-random.js';
import { DEPARTMENTS, SERIES, WORD_GROUPS } from './vocabulary.js';
import type { Words } from './word-group.js';

/** A category before it gets its id: where it hangs, what it is called, what it sells. */
export interface PlannedCategory {
  readonly name: Words;
  /** Index into the plan; undefined for the top level. */
  readonly parent: number | undefined;
  /** Word groups whose products may be assigned here. */
  readonly groups: readonly number[];
}

/**
 * Plans exactly `count` categories: departments, then their shelves in turn, then collections below the shelves, and
 * so on down, so that three levels exist from about a dozen categories and four from sixty.
 */
export function planCategories(count: number, seed: number): PlannedCategory[] {
  const plan: PlannedCategory[] = [];
  const departments = Math.min(DEPARTMENTS.length, Math.max(1, Math.ceil(count / 5)), count);
  for (let n = 0; n < departments; n++) {
    const department = DEPARTMENTS[n];
    if (department === undefined) break;
    plan.push({ name: department.name, parent: undefined, groups: groupsOf(n) });
  }
  const deepest = Math.max(1, Math.floor(count / 6));
  addShelves(plan, departments, Math.max(departments, count - deepest));
  addCollections(plan, departments, count, seed);
  return plan;
}

function groupsOf(department: number): number[] {
  return WORD_GROUPS.flatMap((group, index) => (group.department === department ? [index] : []));
}

function addShelves(plan: PlannedCategory[], departments: number, limit: number): void {
  for (let round = 0; round < 5; round++) {
    for (let n = 0; n < departments && plan.length < limit; n++) {
      const index = groupsOf(n)[round];
      const group = index === undefined ? undefined : WORD_GROUPS[index];
      if (index === undefined || group === undefined) continue;
      plan.push({ name: group.shelf, parent: n, groups: [index] });
    }
  }
}

function addCollections(plan: PlannedCategory[], departments: number, count: number, seed: number): void {
  let parent = plan.length > departments ? departments : 0;
  while (plan.length < count) {
    const above = plan[parent];
    if (above === undefined) break;
    const series = SERIES[(mix(seed, plan.length) + plan.length) % SERIES.length] ?? 'Alder';
    plan.push({
      name: { en: `${series} ${above.name.en}`, de: `${above.name.de} ${series}` },
      parent,
      groups: above.groups,
    });
    parent += between(1, 2, seed, plan.length);
    if (parent >= plan.length) parent = departments < plan.length ? departments : 0;
  }
}
