import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/rules.ts'
import { put, withFolder } from './folder.ts'

const STEPS = '{ "scripts": { "test": "typecheck && lint && gen && vitest run" } }'
const GREEN =
  '\u001b[2m Test Files \u001b[22m 3 passed (3)\n\u001b[2m      Tests \u001b[22m \u001b[32m40 passed\u001b[39m (40)'
const RED = ' Test Files  1 failed | 2 passed (3)\n      Tests  2 failed | 37 passed | 1 skipped (40)'
const BROKEN_FILE = ' Test Files  1 failed | 2 passed (3)\n      Tests  37 passed (37)'

/** What `npm ci` and `npm test` do, and how the run must end. */
test.each([
  ['all is well', { ci: 0, test: 0, says: GREEN }, '43 passed, 0 failed', 0],
  ['tests fail', { ci: 0, test: 1, says: RED }, '40 passed, 2 failed, 1 skipped', 1],
  ['a test file cannot be loaded', { ci: 0, test: 1, says: BROKEN_FILE }, '40 passed, 1 failed', 1],
  ['an error outside every test', { ci: 0, test: 1, says: GREEN }, '43 passed, 1 failed', 1],
  ['the types are wrong', { ci: 0, test: 2, says: 'src/a.ts(1,1): error' }, '0 passed, 1 failed', 1],
  ['nothing is said and nothing failed', { ci: 0, test: 0, says: '' }, '0 passed, 1 failed', 1],
  ['the installation fails', { ci: 1, test: 0, says: GREEN }, '0 passed, 1 failed', 1],
])('.ci/run ends in one closing line when %s', (_when, npm, line, status) =>
  withFolder({ 'package.json': STEPS, 'says.txt': `${npm.says}\n` }, (root) => {
    cpSync(join(ROOT, '.ci'), join(root, '.ci'), { recursive: true })
    put(root, 'bin/npm', `#!/bin/sh\n[ "$1" = ci ] && exit ${npm.ci}\ncat says.txt\nexit ${npm.test}\n`)
    // A browser, so that nothing is installed.
    put(root, 'bin/chromium', '#!/bin/sh\n')
    for (const name of ['npm', 'chromium']) chmodSync(join(root, 'bin', name), 0o755)
    const path = [join(root, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter)
    const run = spawnSync(join(root, '.ci/run'), { cwd: '/', env: { PATH: path }, encoding: 'utf8' })
    expect(run.stdout.trimEnd().split('\n').at(-1), run.stderr).toBe(line)
    expect(run.status).toBe(status)
    if (npm.ci === 0) expect(run.stdout).toContain(npm.says)
  }),
)
