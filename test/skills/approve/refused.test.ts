import { describe, expect, it } from 'vitest'
import { stage, textOf } from './stage.ts'

const WORDS = 'We open at nine.'
const LINK = 'https://www.facebook.com/maple/posts/1'

type Reply = Awaited<ReturnType<ReturnType<typeof stage>['press']>>
/** What stands in the fields that are not empty. */
const standing = (reply: Reply) => {
  const form = reply?.blocks.find((block) => block.type === 'form')
  if (form?.type !== 'form') return 'no form'
  return Object.fromEntries(form.fields.flatMap(({ name, initial }) => (initial ? [[name, initial]] : [])))
}

describe('a form that cannot be taken comes back with what was given', () => {
  it.each<[string, string, string, Record<string, string>, string]>([
    [
      'a change with something that must not go out',
      'MIA',
      'propose',
      { words: 'STOP', say: 'Shorter' },
      'STOP',
    ],
    ['a refusal of one letter', 'MIA', 'decline', { reason: 'n' }, 'a few words'],
    ['new words with something that must not go out', 'AMY', 'rework', { words: 'STOP' }, 'STOP'],
    ['a time that is none', 'AMY', 'plan', { day: '2026-12-24', time: 'late' }, 'day'],
    ['a time that is over', 'AMY', 'plan', { day: '2026-11-01', time: '9 am' }, 'That time is over'],
    ['a time too late', 'AMY', 'plan', { day: '2027-12-24', time: '9 am' }, 'That is later than'],
    [
      'a link to another place',
      'AMY',
      'publish',
      { link: LINK, words: 'We open at ten.' },
      'does not lead to',
    ],
  ])('%s', async (_what, who, act, values, line) => {
    const on = stage()
    await on.ask('slack:AMY', WORDS)
    if (act === 'plan' || act === 'publish') await on.press('slack:MIA', 'grant')
    const again = await on.press(`slack:${who}`, act, values)
    expect(textOf(again)).toContain(line)
    expect(standing(again)).toMatchObject(values)
  })

  it('other words, where somebody did not say that they looked', async () => {
    const on = stage()
    await on.ask('slack:AMY', `${WORDS} BLIND`)
    const values = { words: 'We open at ten. BLIND', say: 'It is ten', looked: 'no' }
    const again = await on.press('slack:MIA', 'propose', values)
    expect(textOf(again)).toContain('I could not check all of it')
    expect(standing(again)).toMatchObject(values)
    await on.press('slack:MIA', 'propose', { ...values, looked: 'yes' })
    expect((await on.approval()).status).toBe('changes')
  })

  it('a request without the signed form that it needs', async () => {
    const on = stage()
    const again = await on.ask('slack:AMY', `${WORDS} FORM`, { note: 'For the weekend' })
    expect(textOf(again)).toContain('It needs the code of a signed form')
    expect(standing(again)).toMatchObject({ platform: 'instagram', note: 'For the weekend' })
  })
})
