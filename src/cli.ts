import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// A check takes less than a millisecond and starting took most of the wait: this keeps the compiled sources.
// Not in the common temporary folder, where somebody else could put their own; where it cannot be written,
// nothing is kept and nothing fails.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/chaperone', import.meta.url)))

const { run } = await import('./cli/run.ts')
// Not process.exit: what is still on its way into a pipe would be cut off.
process.exitCode = await run(process.argv.slice(2), process)
