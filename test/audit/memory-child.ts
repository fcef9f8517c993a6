import { formatsOf } from '../../src/adapters/exports/detect.ts'
import { openAll } from '../../src/adapters/exports/open.ts'
import { createCalendar } from '../../src/cli/audit/calendar.ts'
import { createReasons } from '../../src/cli/audit/outcome.ts'
import { readPosts } from '../../src/cli/audit/read-posts.ts'
import { createLines } from '../../src/cli/check/lines.ts'

/** Reads one file and prints how much memory was in use at most, in bytes, after clearing away what was not. */
const gc = (globalThis as unknown as { gc: () => void }).gc
let highest = 0
let items = 0
const look = () => {
  gc()
  const { heapUsed, external } = process.memoryUsage()
  highest = Math.max(highest, heapUsed + external)
}
const opened = await openAll([process.argv[2] as string], formatsOf(createLines))
look()
const tally = await readPosts({
  files: opened.files,
  // The check itself has its own tests; here it finds nothing, as in most posts.
  engine: {
    check: ({ kind = 'caption', platform = null }) => ({
      verdict: 'clear',
      kind,
      platform,
      guessed: { kind: false, platform: false },
      findings: [],
      notes: [],
      checked: { rules: 0, model: 'off', ms: 0 },
    }),
  },
  facts: {},
  reasons: createReasons([]),
  calendar: createCalendar('UTC'),
  platform: undefined,
  since: undefined,
  quotes: true,
  state: undefined,
  onItem: () => {
    if (++items % 1000 === 0) look()
  },
  stopped: () => false,
})
look()
process.stdout.write(JSON.stringify({ posts: tally.posts, highest }))
