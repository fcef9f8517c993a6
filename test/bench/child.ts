import type { Line } from '../quality/lines.ts'
import { openContender } from './contenders.ts'

/** Runs by itself in a process: loads one contender, checks one draft, says so; then many, and says how big it is. */
const [name = 'nothing', passes = '0'] = process.argv.slice(2)
const first: Line = {
  id: 'first',
  text: "Thank you, Sarah! We're so glad your tummy tuck turned out beautifully!",
  kind: 'review_reply',
  label: 'violation',
  rules: [],
}
const contender = name === 'nothing' ? undefined : await openContender(name)
contender?.check(first)
console.log('first verdict')
if (Number(passes) > 0) {
  const { openDrafts } = await import('./drafts.ts')
  const { drafts } = openDrafts()
  const afterFirst = process.memoryUsage.rss()
  for (let pass = 0; pass < Number(passes); pass++) for (const draft of drafts) contender?.check(draft)
  console.log(JSON.stringify({ afterFirst, afterMany: process.memoryUsage.rss() }))
}
