/** Rows as aligned columns; those that hold only numbers stand to the right. */
export function textTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [titles, ...rows];
  const widths = titles.map((_title, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const isNumeric = titles.map((_title, column) => rows.every((row) => /^[\d,.]*$/.test(row[column] ?? '')));
  const lineOf = (row: readonly string[]) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return isNumeric[column] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return `${all.map(lineOf).join('\n')}\n`;
}
