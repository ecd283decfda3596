import { parseArgs } from 'node:util';

export const HELP = `npm run demo -- [flags]

  --catalogue DIR    serve a dumped catalogue instead of a generated one
  --products N       listed products of the first store   (1500)
  --categories N     categories of its tree               (40)
  --stores N         store views                          (2)
  --seed N           another shop of the same size        (1)
  --latency MS       the backend waits before an answer   (0)
  --port N           port of the backend                  (8081, or a free one)
  --worker-port N    port of the Worker                   (8787, or a free one)
  --exit             end after the sync
  --help             this text
`;

const PASSED_THROUGH = ['catalogue', 'products', 'categories', 'stores', 'seed', 'latency'];

/**
 * The demo's flags.
 *
 * @param {string[]} args
 * @throws {TypeError} that names the flag it cannot use.
 */
export function readArguments(args) {
  const text = { type: 'string' };
  const { values } = parseArgs({
    args,
    options: {
      ...Object.fromEntries(PASSED_THROUGH.map((name) => [name, text])),
      port: { ...text, default: '8081' },
      'worker-port': { ...text, default: '8787' },
      exit: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    backendFlags: PASSED_THROUGH.filter((name) => values[name] !== undefined).flatMap((name) => [
      `--${name}`,
      values[name],
    ]),
    backendPort: portNumber('port', values.port),
    workerPort: portNumber('worker-port', values['worker-port']),
    endsAfterSync: values.exit,
    asksForHelp: values.help,
  };
}

function portNumber(flag, text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new TypeError(`--${flag} takes a port from 0 to 65535, not "${text}".`);
}
