/**
 * One case in a new process: reads the case as JSON from its argument, writes the figures as JSON to its output.
 */
import * as z from 'zod';
import { BackendControl } from '../backend/backend-control.ts';
import { measureInNode } from './node-bench.ts';

const order = z.object({ backendUrl: z.string(), products: z.number(), latencyMs: z.number() });

const { backendUrl, ...syncCase } = order.parse(JSON.parse(process.argv[2] ?? 'null'));
process.stdout.write(JSON.stringify(await measureInNode(new BackendControl(backendUrl), syncCase)));
