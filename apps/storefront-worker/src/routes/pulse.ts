import { deploymentPulse } from '../deployment/deployment-pulse.js';
import { type App, addRoute } from '../http/route.js';

/** `GET /pulse`: the data version of the deployment, for anyone. */
export function addPulseRoute(app: App): void {
  addRoute(app, 'GET', '/pulse', async (context) => {
    const { hash, updatedAt, syncedAt } = await deploymentPulse(context.env).state();
    return context.json({ hash, updatedAt, syncedAt }, 200, { 'Cache-Control': 'no-store' });
  });
}
