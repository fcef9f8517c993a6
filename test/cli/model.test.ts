import { afterEach, describe, expect, it } from 'vitest'
import { openService, type Turn } from '../claude/service.ts'
import { command } from './command.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})
async function service(...turns: Turn[]) {
  const one = await openService(...turns)
  open.push(one.close)
  return { ...one, env: { ANTHROPIC_API_KEY: 'sk-ant-test-key', ANTHROPIC_BASE_URL: one.url } }
}
const CLEAR = 'Our office is open on Saturdays from nine to noon.'
const NOTICED: Turn = { says: { noticed: [{ category: 'mosaic', quote: 'nine to noon' }] } }

describe('check', () => {
  it('without a key asks nobody', async () => {
    const { out } = await command(['check', CLEAR, '--json'])
    expect(JSON.parse(out).checked.model).toBe('off')
  })

  it('with a key tells what a second look adds', async () => {
    const { env, calls } = await service(NOTICED)
    const { out, code } = await command(['check', CLEAR, '--json'], '', env)
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'caution',
      findings: [{ rule: 'model/mosaic', quote: 'nine to noon', severity: 'caution' }],
      checked: { model: 'on' },
    })
    expect(code).toBe(1)
    expect(calls).toHaveLength(1)
  })

  it('of a service that fails says so, and the rules stand', async () => {
    const { env } = await service({ status: 400 })
    const { out, code, err } = await command(['check', CLEAR, '--json'], '', env)
    expect(JSON.parse(out)).toMatchObject({ verdict: 'clear', checked: { model: 'unavailable' } })
    expect(JSON.parse(out).notes.join()).toContain('did not answer this time')
    expect([code, err]).toEqual([0, ''])
  })

  it('--jsonl keeps the order and the ids, also of broken lines', async () => {
    const { env, calls } = await service(NOTICED)
    const line = (id: number) => JSON.stringify({ id, text: CLEAR })
    const lines = [line(1), 'not json', ...Array.from({ length: 9 }, (_, i) => line(i + 2))]
    const { out, code } = await command(['check', '--jsonl'], lines.join('\n'), env)
    const said = out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
    expect(said.map(({ id, error }) => id ?? error.code)).toEqual([1, 'not_json', 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(said.filter(({ checked }) => checked?.model === 'on')).toHaveLength(10)
    expect(calls).toHaveLength(10)
    expect(code).toBe(2)
  })

  it.each([
    ['a BAA without a key', { CHAPERONE_MODEL_BAA: 'true' }],
    [
      'an address in clear over a network',
      { ANTHROPIC_API_KEY: 'sk-ant-test-key', ANTHROPIC_BASE_URL: 'http://api.example' },
    ],
  ])('%s is refused in one line', async (_, env) => {
    const { code, out, err } = await command(['check', CLEAR], '', env)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^chaperone: ANTHROPIC_(?:API_KEY|BASE_URL) .+\n$/)
  })
})

it('rewrite shows what was written and passes', async () => {
  const { env } = await service({
    says: { versions: ['Thank you for your kind words!', 'Thank you, Sarah!'] },
  })
  const args = ['rewrite', 'Thanks for coming in, Sarah!', '--kind', 'review_reply', '--json']
  const said = JSON.parse((await command(args, '', env)).out)
  expect(said.rewritten).toBe('Thank you for your kind words!')
  expect(JSON.stringify(said.versions)).not.toContain('Sarah')
})

it('ask drops what stands in no article', async () => {
  const claim = {
    says: 'Yes, always.',
    article: 'reposts-need-authorization',
    quote: 'Everything may be reposted freely.',
  }
  const { env, calls } = await service({ says: { claims: [claim] } })
  const question = "Can I repost a patient's story?"
  const told = JSON.parse((await command(['ask', question, '--json'], '', env)).out)
  const alone = JSON.parse((await command(['ask', question, '--json'])).out)
  expect(told).toEqual(alone)
  expect(calls).toHaveLength(1)
})

describe('doctor says what the model sees', () => {
  const item = async (env: Record<string, string>) => {
    const { out } = await command(['doctor', '--json'], '', env)
    return JSON.parse(out).items.find(({ name }: { name: string }) => name === 'model')
  }
  it.each([
    ['nothing', {}, 'off', /nothing is sent anywhere/],
    [
      'masked text',
      { ANTHROPIC_API_KEY: 'sk-ant-test-key' },
      'ok',
      /names, numbers and contact data taken out, and no photo/,
    ],
    [
      'everything',
      { ANTHROPIC_API_KEY: 'sk-ant-test-key', CHAPERONE_MODEL_BAA: 'true', CHAPERONE_MODEL: 'some-model' },
      'attention',
      /^some-model reads .*photos as they are.*BAA/,
    ],
  ])('%s', async (_, env, state, says) => {
    const found = await item(env)
    expect(found.state).toBe(state)
    expect(found.says).toMatch(says)
    expect(JSON.stringify(found)).not.toContain('sk-ant')
  })
})
