/** To the second, in UTC; the exact time is in the attribute. */
export function Time({ iso }: { iso: string }) {
  return <time datetime={iso}>{`${iso.slice(0, 19).replace('T', ' ')} UTC`}</time>;
}
