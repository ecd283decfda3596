import type { Diff } from '../deployment/answers.js';
import { readableCount } from './readable.js';

type Change = Diff['changes'][number];

/** What a sync would change: by store and by kind of key, `+` for a key to put and `-` for one to delete. */
export function diffText({ changes, truncated, written, deleted }: Diff): string {
  if (changes.length === 0 && !truncated) return 'Nothing would change.\n';
  const lines = [...groupsOf(changes, ({ store }) => store)].flatMap(([store, ofStore]) => [
    `${store}: ${tally(ofStore)}`,
    ...[...groupsOf(ofStore, kindOf)].flatMap(([kind, ofKind]) => [
      `  ${kind}: ${tally(ofKind)}`,
      ...ofKind.map(({ key, change }) => `    ${change === 'put' ? '+' : '-'} ${key}`),
    ]),
  ]);
  return [...lines, ...(truncated ? [moreText(changes, written, deleted)] : [])].join('\n').concat('\n');
}

function groupsOf(changes: readonly Change[], nameOf: (change: Change) => string): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const name = nameOf(change);
    groups.set(name, [...(groups.get(name) ?? []), change]);
  }
  return groups;
}

/** `product` of `en:product:tee`. */
function kindOf({ store, key }: Change): string {
  const rest = key.startsWith(`${store}:`) ? key.slice(store.length + 1) : key;
  return rest.split(':')[0] ?? rest;
}

function tally(changes: readonly Change[]): string {
  const puts = changes.filter(({ change }) => change === 'put').length;
  return `${readableCount(puts)} to put, ${readableCount(changes.length - puts)} to delete`;
}

function moreText(changes: readonly Change[], written = 0, deleted = 0): string {
  const more = written + deleted - changes.length;
  if (more > 0) return `… and ${readableCount(more)} more keys.`;
  return '… and perhaps more: the time was over before all was looked at. Ask for less with --type or --store.';
}
