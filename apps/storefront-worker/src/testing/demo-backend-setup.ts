import {
  type CatalogueSize,
  createDemoBackend,
  generateCatalogue,
  serve,
} from '@maho-storefront/demo-backend';
import type { TestProject } from 'vitest/node';
import { paymentPage } from './payment-page.js';
import { START_OVER_PATH } from './start-over-path.js';

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

/**
 * Starts a backend beside the tests, which run in workerd. A request to {@link START_OVER_PATH} makes it what it was
 * at the start. @returns how to stop it
 */
export async function backendBeside(project: TestProject, size: CatalogueSize): Promise<() => Promise<void>> {
  const open = () => createDemoBackend({ catalogue: generateCatalogue(size) });
  let backend = open();
  const pay = paymentPage();
  const handle = async (request: Request): Promise<Response> => {
    const paid = await pay(request);
    if (paid !== null) return paid;
    if (new URL(request.url).pathname !== START_OVER_PATH) return backend.handle(request);
    backend = open();
    return Response.json({ ok: true });
  };
  const server = await serve(handle, 0, (error) => process.stderr.write(`demo backend: ${String(error)}\n`));
  project.provide('backendUrl', server.url);
  return () => server.close();
}
