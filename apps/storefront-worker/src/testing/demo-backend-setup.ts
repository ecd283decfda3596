import { generateCatalogue, startDemoBackend } from '@maho-storefront/demo-backend';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the demo backend that the tests sync from. */
    backendUrl: string;
  }
}

/** Starts the backend beside the tests, which run in workerd. @returns how to stop it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const catalogue = generateCatalogue({ products: 40, categories: 8, stores: 2, seed: 7 });
  const backend = await startDemoBackend({ catalogue });
  project.provide('backendUrl', backend.url);
  return () => backend.close();
}
