/** One line, or several, for whoever watches. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
