import { expect, it } from 'vitest'
import { plainWords } from '../../../src/adapters/slack/incoming/words.ts'

it.each([
  ['a group with its name', 'ask <!subteam^S0FRONT01|@front-desk>', 'ask @front-desk'],
  ['a group without one', 'ask <!subteam^S0FRONT01>', 'ask @S0FRONT01'],
  ['everybody', '<!here> and <!channel|channel>', '@here and @channel'],
  ['a date', 'open <!date^1392734382^{date_num}^https://a.example|on Friday>', 'open on Friday'],
  ['a person', '<@U0NURSE01> or <@U0NURSE01|bella>', '@U0NURSE01 or @bella'],
  ['what only looks like markup', '&lt;3 &amp; 2 &lt; 5', '<3 & 2 < 5'],
])('%s is read as it was typed', (_name, sent, typed) => {
  expect(plainWords(sent)).toBe(typed)
})
