import { describe, expect, it } from 'vitest'
import { cut } from '../../src/skills/check/which.ts'
import { blocks, DRAFT, finding, press, result, stage, words } from './stage.ts'

const LONG = 'thank you so much for trusting us with your very first visit, and see you again in spring, dear'
const fieldsOf = (reply: Awaited<ReturnType<ReturnType<typeof stage>['run']>>) =>
  blocks(reply, 'form')[0]?.fields ?? []
const typed = (reply: Parameters<typeof fieldsOf>[0]) =>
  Object.fromEntries(fieldsOf(reply).map(({ name, initial }) => [name, initial]))

async function disputed(findings: ReturnType<typeof finding>[]) {
  const on = stage(() => result({ findings }))
  const shown = await on.run('draft', DRAFT)
  const check = press(shown, 'Not a problem')
  return { ...on, check, asked: await on.run('dispute', check) }
}

describe('“Not a problem”', () => {
  it('names each finding by its number and what it quotes, as they stand in the answer', async () => {
    const { asked } = await disputed([
      finding(),
      finding({ rule: 'confirms/treatment', quote: 'tummy\n tuck', start: 23, end: 33 }),
      finding({ start: 34, end: 39, quote: 'looks' }),
      finding({ rule: 'confirms/thanks', quote: LONG, start: 40, end: 41 }),
    ])
    expect(fieldsOf(asked)[0]?.options).toEqual([
      { value: 'identifier/name', label: '1, 3: “Sarah”' },
      { value: 'confirms/treatment', label: '2: “tummy tuck”' },
      {
        value: 'confirms/thanks',
        label: '4: “thank you so much for trusting us with your very first visit, and see…”',
      },
    ])
  })

  it('says what it says where it is about all of the draft', async () => {
    const message = 'I cannot read this language well enough to say anything about what stands in it here.'
    const whole = { rule: 'story/spanish', severity: 'unchecked', start: 0, end: DRAFT.length } as const
    const { asked } = await disputed([finding({ ...whole, quote: DRAFT, message }), finding()])
    expect(fieldsOf(asked)[0]?.options?.slice(0, 1)).toEqual([
      {
        value: 'story/spanish',
        label: '1: I cannot read this language well enough to say anything about what…',
      },
    ])
  })

  it('counts no more than a few places of one rule', async () => {
    const { asked } = await disputed(Array.from({ length: 6 }, () => finding()))
    expect(fieldsOf(asked)[0]?.options?.[0]?.label).toBe('1, 2, 3 …: “Sarah”')
  })

  it('comes back with what was added when nothing was chosen', async () => {
    const { run, check } = await disputed([finding()])
    const values = { turn: check, rule: 'gone/rule', because: 'own', words: 'works at our desk' }
    expect(typed(await run('not-a-problem', '', values))).toMatchObject({
      rule: 'identifier/name',
      because: 'own',
      words: 'works at our desk',
    })
  })
})

it('“Post it all the same” comes back with the few letters that were too few', async () => {
  const { run } = stage(() => result({ findings: [finding({ rule: 'claims/x' })] }))
  const check = press(await run('draft', DRAFT), 'Post it all the same')
  const again = await run('override', '', { turn: check, reason: 'k 1' })
  expect(typed(again)).toEqual({ reason: 'k 1' })
  expect(words(again)).toContain('few words')
})

it('the form of a draft without words comes back with everything else', async () => {
  const { run } = stage()
  const values = {
    text: '🎉',
    kind: 'story',
    platform: 'instagram',
    account: 'personal',
    replying_to: 'Great!',
  }
  const again = await run('draft', '', values, { body: { type: 'form', form: 'check/draft', values } })
  expect(typed(again)).toMatchObject(values)
  const message = await run('draft', '🎉')
  expect(blocks(message, 'form')).toEqual([])
})

it.each([
  ['short enough', 20, 'short enough'],
  ['ends at the end of a word', 12, 'ends at the…'],
  ['no comma, before the dots', 12, 'no comma…'],
  ['onewordthatislong', 8, 'oneword…'],
  ['🎉🎉🎉', 4, '🎉…'],
])('%j in %d characters is %j', (text, most, expected) => {
  expect(cut(text, most)).toBe(expected)
})
