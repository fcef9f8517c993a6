import { expect, it } from 'vitest'
import { givenAgain } from '../../../src/bot/flow/again.ts'
import type { BlockDraft } from '../../../src/bot/reply.ts'

type Field = Extract<BlockDraft, { type: 'form' }>['fields'][number]
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]
const text: Field = { name: 'it', label: 'It', type: 'text', initial: 'as it was' }
const choice: Field = { ...text, type: 'choice', options, initial: 'a' }
const choices: Field = { ...text, type: 'choices', options, initial: ['a'] }

it.each<[string, Field, unknown, string | string[] | undefined]>([
  ['words come back as they were typed', text, 'late', 'late'],
  ['a field that somebody emptied stays empty', text, undefined, undefined],
  ['what was no text is no text', text, { toString: 'x' }, undefined],
  ['a day comes back', { ...text, type: 'date' }, '2026-11-20', '2026-11-20'],
  ['a day that no calendar has does not', { ...text, type: 'date' }, '2026-02-30', undefined],
  ['a choice comes back', choice, 'b', 'b'],
  ['what is not on the list leaves it where it stood', choice, 'z', 'a'],
  ['boxes come back', choices, ['b', 'z'], ['b']],
  ['one box as a string is one box', choices, 'b', ['b']],
  ['boxes that were cleared stay clear', choices, undefined, []],
])('%s', (_what, field, value, initial) => {
  const [again] = givenAgain([field], { it: value })
  expect(again).toEqual({ ...field, initial })
})

it('photos are chosen anew: no form can hold them', () => {
  expect(givenAgain([{ name: 'it', label: 'It', type: 'files' }], { it: 'x' })).toEqual([
    { name: 'it', label: 'It', type: 'files' },
  ])
})
