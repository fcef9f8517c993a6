import { run } from './cli/run.ts'

// The front door: what `npm start` runs. Whatever else the program can do is in src/cli.
process.exitCode = await run(['serve', ...process.argv.slice(2)], process)
