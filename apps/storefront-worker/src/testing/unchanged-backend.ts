import { beforeAll } from 'vitest';
import { backendControl } from './backend-control.js';

// All files talk to one backend. What one of them does to the shop is no other's business.
beforeAll(() => backendControl.startOver());
