/** @throws TypeError that names the flag. */
export function wholeNumber(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= least) return value;
  throw new TypeError(`--${flag} takes whole numbers of at least ${least}; "${text}" is none.`);
}

/** A list by comma. @throws TypeError that names the flag. */
export function wholeNumbers(flag: string, list: string, least: number): number[] {
  return list.split(',').map((text) => wholeNumber(flag, text, least));
}
