export type { Command, Invocation } from './arguments/command.js';
export { DeploymentClient, type DeploymentOptions } from './deployment/deployment-client.js';
export { DeploymentError, type DeploymentErrorCode } from './deployment/deployment-error.js';
export { type EndedRun, type FollowOptions, followRun } from './deployment/follow-run.js';
export { EXIT, type ExitCode } from './exit-code.js';
export { invoke, main } from './main.js';
export type { Output, Terminal } from './terminal.js';
export { UsageError } from './usage-error.js';
