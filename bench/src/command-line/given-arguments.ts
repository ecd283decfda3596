/** The arguments after the script; some package managers hand a separating "--" on. */
export function givenArguments(args: readonly string[]): string[] {
  return args.filter((argument) => argument !== '--');
}
