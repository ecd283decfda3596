import { elapsed } from '../formatting/elapsed.js';
import { isoTime } from '../formatting/iso-time.js';
import { RunState } from '../status/run-state.js';
import { Time } from '../status/time.js';
import { hasEnded, type RunView } from '../store-catalog/run-view.js';

/** Failures that are shown one by one; the API names more. */
const SHOWN_FAILURES = 20;
const NUMBERS = ['written', 'unchanged', 'deleted', 'requests'] as const;

/** The last runs of a store: what each changed, how long it took, and what failed. */
export function RunHistory({ name, runs }: { name: string; runs: readonly RunView[] }) {
  return (
    // It scrolls on a narrow screen, so it must be reachable by keyboard (WCAG 2.1.1).
    <section class="wide" aria-label={`Runs of ${name}`} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Begun</th>
            <th scope="col">Result</th>
            <th scope="col">What</th>
            <th scope="col">Took</th>
            {['Written', 'Unchanged', 'Deleted', 'Requests'].map((title) => (
              <th scope="col" class="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow run={run} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RunRow({ run }: { run: RunView }) {
  const startedAt = isoTime(run.startedAt);
  return (
    <tr>
      <th scope="row">{startedAt === null ? 'not yet' : <Time iso={startedAt} />}</th>
      <td>
        <RunState state={run.state} />
        <Failures run={run} />
      </td>
      <td>
        {run.scope}, {run.trigger}
      </td>
      <td>{hasEnded(run) ? elapsed(run.finishedAt - run.startedAt) : '–'}</td>
      {NUMBERS.map((count) => (
        <td class="number">{isKnown(run, count) ? run[count].toLocaleString('en') : '–'}</td>
      ))}
    </tr>
  );
}

/** What a run left as it was is counted at its end. */
function isKnown(run: RunView, count: (typeof NUMBERS)[number]): boolean {
  return count !== 'unchanged' || hasEnded(run);
}

function Failures({ run: { failures, failed } }: { run: RunView }) {
  if (failures === 0) return null;
  const shown = failed.slice(0, SHOWN_FAILURES);
  return (
    <details>
      <summary>{failures === 1 ? '1 failure' : `${failures} failures`}</summary>
      <ul>
        {shown.map(({ entity, id, reason }) => (
          <li>
            {id === null ? entity : `${entity} ${id}`}: {reason}
          </li>
        ))}
        {failures > shown.length && <li>and {failures - shown.length} more</li>}
      </ul>
    </details>
  );
}
