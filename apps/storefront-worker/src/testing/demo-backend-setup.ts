import { type CatalogueSize, generateCatalogue, startDemoBackend } from '@maho-storefront/demo-backend';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the demo backend that the tests sync from. */
    backendUrl: string;
  }
}

/** Two stores that are synced within a second. */
export default function setUp(project: TestProject): Promise<() => Promise<void>> {
  return backendBeside(project, { products: 40, categories: 8, stores: 2, seed: 7 });
}

/** Starts a backend beside the tests, which run in workerd. @returns how to stop it. */
export async function backendBeside(project: TestProject, size: CatalogueSize): Promise<() => Promise<void>> {
  const backend = await startDemoBackend({ catalogue: generateCatalogue(size) });
  project.provide('backendUrl', backend.url);
  return () => backend.close();
}
