import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/bot/reply.ts'
import { stage } from './stage.ts'

type Sent = Awaited<ReturnType<ReturnType<typeof stage>['send']>>
type Values = Record<string, string | string[]>

const formIn = ({ replies }: Sent) =>
  replies
    .flatMap(({ blocks }) => blocks)
    .find((block): block is Extract<Block, { type: 'form' }> => block.type === 'form')
/** What stands in the fields that are not empty. */
const standing = (on: Sent): Values =>
  Object.fromEntries(
    (formIn(on)?.fields ?? []).flatMap(({ name, initial }) =>
      initial === undefined || initial.length === 0 ? [] : [[name, initial]],
    ),
  )

/** The question of the report after so many that were skipped. */
async function at(step: number) {
  const on = stage()
  let question = await on.command('slack:UANNA')
  for (let count = 0; count < step; count++) question = await on.press('slack:UANNA', question, 'Skip this')
  return { ...on, question }
}

describe('a question of the report whose answer cannot be taken', () => {
  it.each<[string, number, Values, string]>([
    [
      'a time',
      4,
      { postedDay: '2026-11-20', postedTime: 'late', noticedDay: '2026-11-21', noticedBy: 'me' },
      'At “Time it went out”: I did not get that time.',
    ],
    [
      'a day that has not come',
      4,
      { noticedDay: '2027-01-01', noticedTime: '4 pm', postedDay: '2026-11-20', noticedBy: 'me' },
      'At “Day somebody noticed”: That day or time has not come yet.',
    ],
    [
      'a time that has not come',
      4,
      { postedDay: '2026-11-21', postedTime: '11:59 pm', noticedTime: '4 pm', noticedBy: 'me' },
      'At “Time it went out”: That day or time has not come yet.',
    ],
    [
      'a link',
      3,
      { platform: 'facebook', account: 'practice', form: 'post', link: 'the one with the dog' },
      'At “The link”: That does not look like a link.',
    ],
    [
      'a number of people',
      6,
      { count: 'a few', states: 'TX 2, FL', minors: 'yes', dead: 'no' },
      'At “How many people?”: I did not get that number.',
    ],
    [
      'a State',
      6,
      { count: '3', states: 'Texass', minors: 'yes', dead: 'no' },
      'At “In which State do they live?”: I did not get the States.',
    ],
    [
      'numbers of comments',
      7,
      { views: '120', comments: 'lots', copies: 'yes' },
      'At “Comments”: I did not get that number.',
    ],
  ])('%s: says which line it is, and keeps all the others', async (_what, step, values, line) => {
    const { question, fill } = await at(step)
    const again = await fill('slack:UANNA', question, values)
    expect(again.replies).toHaveLength(1)
    expect(again.text).toContain(line)
    expect(standing(again)).toMatchObject(values)
    expect(again.replies[0]?.summary).toContain(line)
  })

  it('can be put right in that one line', async () => {
    const { question, fill } = await at(6)
    const again = await fill('slack:UANNA', question, { count: 'a few', states: 'FL 2', minors: 'yes' })
    const next = await fill('slack:UANNA', again, { ...standing(again), count: '2' })
    expect(next.text).toContain('Who could see it')
  })

  it('leaves empty what somebody emptied', async () => {
    const { question, fill } = await at(6)
    expect(standing(question)).toHaveProperty('states', 'TX')
    expect(standing(await fill('slack:UANNA', question, { count: 'a few' }))).not.toHaveProperty('states')
  })
})

describe('a form of the privacy officer that cannot be taken', () => {
  const officer = async (label: string, values: Values) => {
    const { report, command, press, fill } = stage()
    await report()
    const open = await command('slack:UMIA', 'INC-2026-0001')
    return fill('slack:UMIA', await press('slack:UMIA', open, label), values)
  }
  const facts = { discovered: '2026-11-20', people: '3', states: 'TX 3', source: 'us', why: 'I counted them' }

  it.each<[string, string, Values, string]>([
    [
      'a number of people',
      'Correct numbers or days',
      { ...facts, people: 'some' },
      'At “How many people?”: I did not get that number.',
    ],
    [
      'a time',
      'Correct numbers or days',
      { ...facts, noticedTime: '25:00' },
      'At “Time somebody noticed”: I did not get that time.',
    ],
    [
      'no day of discovery',
      'Correct numbers or days',
      { people: '3', states: 'TX 3', source: 'us', why: 'I counted them' },
      'At “First day somebody here knew, other than who did it”: I did not get that day.',
    ],
    [
      'a day that has not come',
      'Correct numbers or days',
      { ...facts, startedDay: '2027-01-01' },
      'At “Day it began (it went out)”: That day or time has not come yet.',
    ],
    [
      'numbers that do not go together',
      'Correct numbers or days',
      { ...facts, people: '2' },
      'Together the States have more people',
    ],
    ['no reason', 'Correct numbers or days', { ...facts, why: '…' }, 'At “Why?”: I need a few words here'],
    [
      'letters that came back',
      'Hold, licence, what was sent',
      { licensed: 'yes', lettersSent: '2026-11-21', unreachable: 'x', why: 'They came back' },
      'At “How many people do letters not reach?”: I did not get that number.',
    ],
    [
      'no weight',
      'Next factor',
      { factor: 'viewed', fact: 'Nobody saw it' },
      'At “What does it speak for?”: Please choose one of the list.',
    ],
    [
      'a low probability without its facts',
      'Conclude and sign',
      { outcome: 'low', reason: 'Nobody saw it' },
      'A low probability has to be shown',
    ],
  ])('%s: says which line it is, and keeps all the others', async (_what, label, values, line) => {
    const again = await officer(label, values)
    expect(again.text).toContain(line)
    expect(standing(again)).toMatchObject(values)
  })

  it('comes back without the names that stood in somebody’s own words', async () => {
    const again = await officer('Conclude and sign', { outcome: 'low', reason: 'Sarah Kowalski is fine' })
    expect(standing(again)).toMatchObject({ outcome: 'low', reason: expect.stringContaining('[name]') })
    expect(again.text).not.toContain('Kowalski')
  })
})
