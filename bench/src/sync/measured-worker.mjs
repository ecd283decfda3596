/**
 * Entry of the measured Worker in the local runtime: the built one, whose Workflow also notes how large the result of
 * each step was. Runs beside the bundle `index.js`.
 */
import { SyncWorkflow } from './index.js';

export * from './index.js';
export { default } from './index.js';

export class MeasuredSyncWorkflow extends SyncWorkflow {
  run(event, step) {
    const { MEASURES } = this.env;
    const noting = (name, work) => async () => {
      const result = await work();
      const bytes = new TextEncoder().encode(JSON.stringify(result ?? null)).length;
      await MEASURES.put(`${event.instanceId}/${name}`, '', { metadata: { bytes } });
      return result;
    };
    return super.run(event, {
      do: (name, config, work) => step.do(name, config, noting(name, work)),
      sleep: (name, duration) => step.sleep(name, duration),
    });
  }
}
