import { median } from '../load/quantile.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { addedTime } from './added-time.ts';
import type { ShoppingFigures, ShoppingRound } from './shopping-figures.ts';

/**
 * One table for each latency of the backend: one row an action, four columns for each number of shoppers. The last row
 * is no action: it tells how much of the others may be reading from KV.
 */
export function shoppingTables(figures: ShoppingFigures): { latencyMs: number; table: string }[] {
  const latencies = [...new Set(figures.cases.map(({ latencyMs }) => latencyMs))];
  return latencies.map((latencyMs) => ({ latencyMs, table: shoppingTable(figures, latencyMs) }));
}

function shoppingTable({ actions, cases }: ShoppingFigures, latencyMs: number): string {
  const measured = cases.filter((one) => one.latencyMs === latencyMs);
  return markdownTable(
    ['action', 'requests', ...measured.flatMap(({ shoppers }) => headings(shoppers))],
    [
      ...actions.map(({ name, requests }, number) => [
        ...[name, String(requests)],
        ...measured.flatMap((one) => {
          const { workerMs, backendMs, addedMs, ratio } = addedTime(one, number);
          return [workerMs, backendMs, addedMs, ratio].map((value) => value.toFixed(2));
        }),
      ]),
      ['one read from KV', '0', ...measured.flatMap(({ rounds }) => [kvReadText(rounds), '–', '–', '–'])],
    ],
  );
}

function headings(shoppers: number): string[] {
  const [first, ...others] = ['Worker', 'backend', 'added', 'ratio'];
  return [`${shoppers} shopper${shoppers === 1 ? '' : 's'}: ${first}`, ...others];
}

function kvReadText(rounds: readonly ShoppingRound[]): string {
  return median(rounds.map(({ kvReadMs }) => kvReadMs)).toFixed(2);
}
