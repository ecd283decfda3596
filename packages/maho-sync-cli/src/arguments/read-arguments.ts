import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from '../usage-error.js';
import type { Command, Invocation } from './command.js';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

const TEXT = { type: 'string' } as const;
const SWITCH = { type: 'boolean' } as const;

const COMMON: Options = {
  url: TEXT,
  'secret-file': TEXT,
  insecure: SWITCH,
  json: SWITCH,
};

const PART: Options = { type: TEXT, store: TEXT, rebuild: SWITCH, 'allow-prune': SWITCH };

interface CommandForm {
  options: Options;
  /** How many words may follow its name. */
  words: { least: number; most: number; what: string };
  read: (values: Values, words: readonly string[]) => Command;
}

const NO_WORDS = { least: 0, most: 0, what: '' };
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
const DEFAULT_INDEX_FOLDER = '.maho-sync';

const COMMANDS: Readonly<Record<Command['name'], CommandForm>> = {
  run: {
    options: { ...PART, follow: SWITCH },
    words: NO_WORDS,
    read: (values) => ({ name: 'run', ...partOf(values), follow: values.follow === true }),
  },
  diff: { options: PART, words: NO_WORDS, read: (values) => ({ name: 'diff', ...partOf(values) }) },
  status: {
    options: { follow: SWITCH },
    words: { least: 0, most: 1, what: 'a run' },
    read: ({ follow }, [run = null]) => ({ name: 'status', run, follow: follow === true }),
  },
  runs: {
    options: { store: TEXT, limit: TEXT },
    words: NO_WORDS,
    read: (values) => ({ name: 'runs', store: textOf(values, 'store'), limit: limitOf(values) }),
  },
  keys: {
    options: { store: TEXT, prefix: TEXT },
    words: NO_WORDS,
    read: (values) => ({
      name: 'keys',
      store: textOf(values, 'store'),
      prefix: textOf(values, 'prefix') ?? '',
    }),
  },
  fill: {
    options: { store: { ...TEXT, multiple: true }, index: TEXT, force: SWITCH },
    words: NO_WORDS,
    read: (values) => ({
      name: 'fill',
      stores: [values.store ?? []].flat().filter((code) => typeof code === 'string'),
      indexFolder: textOf(values, 'index') ?? DEFAULT_INDEX_FOLDER,
      isForced: values.force === true,
    }),
  },
  cancel: {
    options: {},
    words: { least: 1, most: 1, what: 'a run' },
    read: (_values, [run = '']) => ({ name: 'cancel', run }),
  },
};

/**
 * Reads a command line: the command first, then its options.
 *
 * @throws UsageError that names what cannot be understood.
 */
export function readArguments([name = '', ...rest]: readonly string[]): Invocation {
  const form = formOf(name);
  const { values, positionals } = parsed(name, rest, { ...COMMON, ...form.options });
  const { least, most, what } = form.words;
  if (positionals.length < least) throw new UsageError(`"${name}" needs ${what}.`);
  if (positionals.length > most) throw new UsageError(`"${name}" does not take "${positionals[most]}".`);
  return {
    command: form.read(values, positionals),
    url: textOf(values, 'url'),
    secretFile: textOf(values, 'secret-file'),
    isInsecure: values.insecure === true,
    isJson: values.json === true,
  };
}

function formOf(name: string): CommandForm {
  for (const [known, form] of Object.entries(COMMANDS)) if (known === name) return form;
  const known = Object.keys(COMMANDS).join(', ');
  throw new UsageError(
    name === '' ? `Name a command: ${known}.` : `There is no command "${name}". Known: ${known}.`,
  );
}

function parsed(name: string, args: readonly string[], options: Options) {
  if (args.some((arg) => /^--(secret|token|password)(=|$)/.test(arg))) {
    throw new UsageError(
      'A secret on the command line can be read by every process of the machine. ' +
        'Set SYNC_SECRET or name a file with --secret-file.',
    );
  }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values, positionals };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new UsageError(`"${name}": ${cause.message}`, { cause });
  }
}

function partOf(values: Values) {
  return {
    type: textOf(values, 'type'),
    store: textOf(values, 'store'),
    rebuild: values.rebuild === true,
    allowPrune: values['allow-prune'] === true,
  };
}

function textOf(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function limitOf(values: Values): number {
  const text = textOf(values, 'limit');
  if (text === null) return DEFAULT_LIMIT;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new UsageError(`--limit takes a whole number from 1 to ${MAX_LIMIT}, not "${text}".`);
}
