import type { TestProject } from 'vitest/node';
import { backendBeside } from './demo-backend-setup.js';

/** One store with some two thousand pages. */
export default function setUp(project: TestProject): Promise<() => Promise<void>> {
  return backendBeside(project, { products: 1_820, categories: 120, stores: 1, seed: 7 });
}
