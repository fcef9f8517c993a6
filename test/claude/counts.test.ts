import { expect, it } from 'vitest'
import { toPrometheus } from '../../src/adapters/web/metrics.ts'
import { samplesOf } from '../../src/model/samples.ts'
import { handClock, stage } from './stage.ts'

it('calls and tokens are counted by task, and nothing that was said is in the numbers', async () => {
  const good = { says: { noticed: [] } }
  const turns = [good, good, { raw: '', stop: 'refusal' }, { status: 401 }]
  const { claude, judge, close } = await stage(turns, { clock: handClock().clock })
  for (let i = 0; i < 5; i++) await judge()
  const text = toPrometheus(samplesOf(claude))
  expect(text).toContain('chaperone_model_calls_total{task="judge",outcome="ok"} 2\n')
  expect(text).toContain('chaperone_model_calls_total{task="judge",outcome="refused"} 1\n')
  // One with a wrong key, and one that was not even sent.
  expect(text).toContain('chaperone_model_calls_total{task="judge",outcome="down"} 2\n')
  expect(text).toContain('chaperone_model_tokens_total{task="judge",sort="input"} 30\n')
  expect(text).toContain('chaperone_model_tokens_total{task="judge",sort="output"} 30\n')
  expect(text).not.toMatch(/Zyx|Canary/)
  await close()
})
