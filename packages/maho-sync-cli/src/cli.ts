#!/usr/bin/env node
import { main } from './main.js';
import { nodeTerminal } from './node-terminal.js';

process.exitCode = await main(process.argv.slice(2), nodeTerminal());
