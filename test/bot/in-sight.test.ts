import { describe, expect, it } from 'vitest'
import { type ButtonDraft, firstInSight, inSight } from '../../src/bot/reply.ts'

const button = (label: string, more = false): ButtonDraft => ({
  action: 'a/b',
  label,
  ...(more ? { more } : {}),
})
const labels = (buttons: readonly ButtonDraft[]) => buttons.map(({ label }) => label).join('')

describe('what stands behind “More…”', () => {
  it.each([
    ['two or more', [button('a'), button('b', true), button('c', true)], 'a', 'bc'],
    ['those between others too', [button('a', true), button('b'), button('c', true)], 'b', 'ac'],
    ['never one alone, which would save nobody anything', [button('a'), button('b', true)], 'ab', ''],
    ['never all of them, which would leave nothing to see', [button('a', true), button('b', true)], 'ab', ''],
    ['nothing where nobody said so', [button('a'), button('b')], 'ab', ''],
  ])('is %s', (_what, buttons, shown, more) => {
    const split = inSight(buttons)
    expect([labels(split.shown), labels(split.more)]).toEqual([shown, more])
  })

  it.each([
    [3, 3, 'abc', ''],
    [4, 3, 'abcd', ''],
    [5, 3, 'abc', 'de'],
    [4, 2, 'ab', 'cd'],
    [25, 3, 'abc', 'defghijklmnopqrstuvwxy'],
  ])('of %i buttons in the order of need, %i at first: %s', (count, most, shown, more) => {
    const buttons = Array.from({ length: count }, (_, index) => button(String.fromCharCode(97 + index)))
    const split = inSight(firstInSight(buttons, most))
    expect([labels(split.shown), labels(split.more)]).toEqual([shown, more])
  })
})
