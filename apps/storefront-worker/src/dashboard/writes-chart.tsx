import { isoTime } from '../formatting/iso-time.js';
import type { RunView } from '../store-catalog/run-view.js';

const BAR = 18;
const GAP = 6;
const HEIGHT = 90;
const LEAST_HEIGHT = 3;

/** Keys written by each run, the oldest first. Runs differ by orders of magnitude: heights are logarithmic. */
export function WritesChart({ id, runs }: { id: string; runs: readonly RunView[] }) {
  const bars = [...runs].reverse();
  const most = Math.max(1, ...bars.map(({ written }) => written));
  const width = bars.length * (BAR + GAP);
  return (
    <figure>
      <figcaption id={id}>
        Keys written per run, oldest first, at most {most.toLocaleString('en')} (logarithmic scale)
      </figcaption>
      <svg role="img" aria-labelledby={id} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
        <title>Keys written per run</title>
        {bars.map(({ written, startedAt, state }, position) => {
          const height = barHeight(written, most);
          return (
            <rect
              class={`bar-${state}`}
              x={position * (BAR + GAP)}
              y={HEIGHT - height}
              width={BAR}
              height={height}
            >
              <title>{`${isoTime(startedAt) ?? 'not begun'}: ${written.toLocaleString('en')}`}</title>
            </rect>
          );
        })}
      </svg>
    </figure>
  );
}

/** A run that wrote anything is told from one that wrote nothing. */
function barHeight(written: number, most: number): number {
  if (written === 0) return 1;
  return Math.max(LEAST_HEIGHT, Math.round((HEIGHT * Math.log1p(written)) / Math.log1p(most)));
}
