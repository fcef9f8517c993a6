import { describe, expect, it } from 'vitest'
import type { Claim, Model } from '../../../src/bot/model/model.ts'
import type { Scripted } from '../../surfaces/fake-model.ts'

/** A model that says this, and how to put it away. */
export type OpenModel = (script: Scripted) => Promise<{ model: Model; close(): Promise<void> }>

const DRAFT = { text: 'Thank you, dear neighbour of the lighthouse!', kind: 'review_reply' }
const TONE = { tone: 'warm', shorter: false, other: false }
const PICTURE = { bytes: new Uint8Array([1, 2, 3]), mime: 'image/png', width: 200, height: 100 } as const
const READING = { id: 'an-article', title: 'A title', text: 'Ask for the signed form first.' }

/** The port `Model` of src/bot/model/model.ts. Passed by: the fake of the tests, Claude (claude.model.test.ts). */
export function modelContract(name: string, open: OpenModel): void {
  const SAID = {
    judge: [{ category: 'mosaic', quote: 'neighbour of the lighthouse' }],
    answer: [{ says: 'Yes, with a form.', article: 'an-article', quote: 'Ask for the signed form first.' }],
    rewrite: ['Thank you for your kind words!'],
    look: [
      { sees: 'tattoo' as const, box: { x: 20, y: 10, width: 40, height: 20 } },
      { sees: 'place' as const },
    ],
  }
  const ask = (model: Model) => ({
    judge: () => model.judge(DRAFT, ['mosaic', 'name']),
    answer: () => model.answer('may I post this', [READING]),
    rewrite: () => model.rewrite(DRAFT, ['It says too much.'], TONE),
    look: () => model.look(PICTURE),
  })
  const NAMES = ['judge', 'answer', 'rewrite', 'look'] as const

  describe(`the ${name} model`, () => {
    it.each(NAMES)('%s tells what it was told to tell', async (what) => {
      const { model, close } = await open(SAID)
      expect(await ask(model)[what]()).toEqual({ ok: true, value: SAID[what] })
      await close()
    })

    it('an answer is heard claim by claim before it is told, and told whole all the same', async () => {
      const claims = ['Yes, with a form.', 'Ask “her” {first}, \\ or not: ]}.', 'Zoë’s 🦷, "as told".'].map(
        (says) => ({ ...SAID.answer[0], says }) as Claim,
      )
      const { model, close } = await open({ answer: claims })
      const heard: Claim[] = []
      const told = await model.answer('may I post this', [READING], (claim) => void heard.push(claim))
      expect(heard).toEqual(claims)
      expect(told).toEqual({ ok: true, value: claims })
      await close()
    })

    it.each(['refused', 'invalid', 'down', 'slow'] as const)(
      'an answer that nobody hears to its end is %s',
      async (why) => {
        const { model, close } = await open({ fails: why })
        expect(await model.answer('may I post this', [READING], () => {})).toEqual({ ok: false, why })
        await close()
      },
    )

    it.each(NAMES)('%s may have nothing to say', async (what) => {
      const { model, close } = await open({})
      expect(await ask(model)[what]()).toEqual({ ok: true, value: [] })
      await close()
    })

    it.each(
      NAMES.flatMap((what) =>
        (['refused', 'invalid', 'down', 'slow'] as const).map((why) => [what, why] as const),
      ),
    )('%s says that it is %s, and throws nothing', async (what, why) => {
      const { model, close } = await open({ fails: why })
      expect(await ask(model)[what]()).toEqual({ ok: false, why })
      await close()
    })

    it.each(NAMES)('%s is down once it was stopped', async (what) => {
      const { model, close } = await open(SAID)
      model.stop()
      model.stop()
      expect(await ask(model)[what]()).toEqual({ ok: false, why: 'down' })
      await close()
    })
  })
}
