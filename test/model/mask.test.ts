import { describe, expect, it } from 'vitest'
import { type Model, NO_MODEL } from '../../src/bot/model/model.ts'
import { openEngine } from '../../src/library.ts'
import { throughMask } from '../../src/model/masked.ts'
import { withNoticed } from '../../src/rules/noticed/noticed.ts'
import { fakeModel, type Scripted } from '../surfaces/fake-model.ts'

const engine = openEngine()
const masked = (text: string) => engine.masked(text)
const behind = (script: Scripted) => {
  const inner = fakeModel(script)
  return { inner, model: throughMask(inner, masked) }
}
const TONE = { tone: 'warm', shorter: false, other: false }

describe('a masked text and the way back', () => {
  it.each([
    'Thanks, Megan Alvarez, and see you on March 3, 2026 at 614-555-0142!',
    'Megan',
    'no names here, only warm words',
    '',
    'Call @megan.glows or visit https://x.example/megan — Mrs. Alvarez, 43, from Delaware County.',
    '🎉 Megan 🎉 Megan',
  ])('%s: what was left stands where it stood, and what was cut comes back whole', (text) => {
    const { text: out, back } = masked(text)
    expect(back(0, out.length)).toEqual({ start: 0, end: text.length })
    let at = 0
    for (const piece of out.split(/(\[[a-z]+\])/)) {
      const end = at + piece.length
      if (piece !== '') {
        const place = back(at, end)
        const given = text.slice(place.start, place.end)
        if (!/^\[[a-z]+\]$/.test(piece)) expect(given).toBe(piece)
        else expect(given).not.toBe('')
      }
      at = end
    }
  })
})

it('colleagues of the practice file stay, and nobody else who is called a doctor', () => {
  const practice = { staff: ['Dr. Lena Quillfeather'], name: 'Thornquist Dental' }
  const text = 'Dr. Quillfeather of Thornquist Dental worked with Dr. Kyle Burke.'
  const { text: out } = engine.masked(text, practice)
  expect(out).toContain('Quillfeather of Thornquist Dental')
  expect(out).not.toMatch(/Kyle|Burke/)
})

describe('what a model behind the mask says', () => {
  const text = 'Megan Alvarez, the one who keeps the lighthouse, smiled like never before.'
  const draft = { text, kind: 'caption' }

  it('about words that were left is about the same words', async () => {
    const { model } = behind({ judge: [{ category: 'mosaic', quote: 'keeps the lighthouse' }] })
    expect(await model.judge(draft, ['mosaic'])).toEqual({
      ok: true,
      value: [{ category: 'mosaic', quote: 'keeps the lighthouse' }],
    })
  })

  it('across words that were taken out has them back, and is found in the draft', async () => {
    const seen = masked(text).text.slice(0, masked(text).text.indexOf(' smiled'))
    const { model } = behind({ judge: [{ category: 'mosaic', quote: seen }] })
    const told = await model.judge(draft, ['mosaic'])
    const quote = 'Megan Alvarez, the one who keeps the lighthouse,'
    expect(told).toEqual({ ok: true, value: [{ category: 'mosaic', quote }] })
    const result = withNoticed(engine.check({ text }), { text }, [{ category: 'mosaic', quote }])
    expect(result.findings.some(({ rule, start }) => rule === 'model/mosaic' && start === 0)).toBe(true)
  })

  it.each([
    ['a bare mark', '[name]'],
    ['several bare marks', '[name], [number]'],
    ['words that it made up', 'keeps the bakery'],
    ['words that it could not have seen', 'Megan Alvarez'],
    ['nothing', ''],
  ])('%s is dropped', async (_, quote) => {
    const { model } = behind({ judge: [{ category: 'name', quote }] })
    expect(await model.judge(draft, ['name'])).toEqual({ ok: true, value: [] })
  })

  it('with a gap to be filled is no version and no answer', async () => {
    const { model } = behind({
      rewrite: ['Thank you, [name]!', 'Thank you!'],
      answer: [
        { says: 'Ask [name].', article: 'a', quote: 'q' },
        { says: 'Ask first.', article: 'a', quote: 'q' },
      ],
    })
    expect(await model.rewrite(draft, [], TONE)).toEqual({ ok: true, value: ['Thank you!'] })
    expect(await model.answer('?', [])).toMatchObject({ ok: true, value: [{ says: 'Ask first.' }] })
  })

  it('no picture goes out, whatever is in it', async () => {
    const { model, inner } = behind({ look: [{ sees: 'face' }] })
    const picture = { bytes: new Uint8Array(4), mime: 'image/png', width: 1, height: 1 } as const
    expect(await model.look(picture)).toEqual({ ok: false, why: 'off' })
    expect(inner.asked).toEqual([])
  })

  it.each(['down', 'slow', 'refused', 'invalid'] as const)('%s stays what it is', async (fails) => {
    const { model } = behind({ fails })
    const why = { ok: false, why: fails }
    expect(await model.judge(draft, [])).toEqual(why)
    expect(await model.answer('?', [])).toEqual(why)
    expect(await model.rewrite(draft, [], TONE)).toEqual(why)
  })
})

it('without a model everything is off', async () => {
  const all: Model = NO_MODEL
  expect(await all.judge({ text: 'x', kind: 'caption' }, [])).toEqual({ ok: false, why: 'off' })
  expect(all.sees).toBe('nothing')
})
