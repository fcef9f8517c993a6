import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/adapters/clock/clock.ts'
import type { Model } from '../../src/bot/model/model.ts'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import { readConfig } from '../../src/config.ts'
import { openEngine, openKnowledge, openTemplates } from '../../src/library.ts'
import { openModel } from '../../src/model/open.ts'
import { secondLook } from '../../src/skills/check/second/look.ts'
import { rewriteWith } from '../../src/skills/rewrite/written.ts'
import { openService, type Service } from '../claude/service.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'

const engine = openEngine()
const room = openKnowledge()
const SAYS = { says: { noticed: [], claims: [], versions: [], seen: [] } }
const PNG = {
  bytes: new TextEncoder().encode('picture-canary'),
  mime: 'image/png',
  width: 9,
  height: 9,
} as const
const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function opened(baa: boolean): Promise<{ model: Model; service: Service }> {
  const service = await openService(SAYS)
  const env = {
    ANTHROPIC_API_KEY: 'sk-ant-test-key',
    ANTHROPIC_BASE_URL: service.url,
    ...(baa ? { CHAPERONE_MODEL_BAA: 'true' } : {}),
  }
  const { log } = fakePorts()
  const config = readConfig(env, '/')
  const model = await openModel(config.model, { engine, practice: NO_PRACTICE, clock: systemClock(), log })
  open.push(async () => {
    model.stop()
    await service.close()
  })
  return { model, service }
}

/** A draft or a review, and the words in it that say who. */
const CANARIES: readonly [text: string, who: readonly string[]][] = [
  ['So proud of Xiomara Quillfeather after her tummy tuck!', ['Xiomara', 'Quillfeather']],
  [
    'Happy birthday to our patient Bartholomew, 43, born 03/14/1983.',
    ['Bartholomew', ' 43', '03/14', '1983'],
  ],
  ['Call Thaddeus back at (614) 555-0142, MRN 884213.', ['Thaddeus', '555-0142', '884213']],
  [
    'It was lovely to see you again, @xio.quill! More at https://clinic.example/xio-quill',
    ['xio.quill', 'clinic.example'],
  ],
  [
    'Write to quillfeather@mail.example about the bill of Mrs. Quillfeather',
    ['quillfeather@', 'Quillfeather'],
  ],
  ['SSN 078-05-1120 came with the chart of Jebediah Thornquist.', ['078-05-1120', 'Jebediah', 'Thornquist']],
  ['so proud of xiomara quillfeather, she rocked her tummy tuck', ['xiomara', 'quillfeather']],
  [
    'Dr. Kyle Quillfeather was our patient before he became Thaddeus Thornquist, MD.',
    ['Kyle', 'Quillfeather', 'Thornquist'],
  ],
  ['megan from the bakery came in again, our patient megan!', ['megan']],
  [
    'Ｘiomara Ｑuillfeather was here on March 3rd and on the 9th of June.',
    ['iomara', 'uillfeather', 'March', 'June'],
  ],
]

async function everything(model: Model, text: string) {
  const draft = { text, context: text }
  await secondLook(model, engine.check(draft), draft)
  await rewriteWith(model, engine, openTemplates(), { ...draft, kind: 'review_reply' }, undefined)
  const articles = room.articles.slice(0, 2).map(({ id, title, answer }) => ({ id, title, text: answer }))
  await model.answer(`Can I post this: ${text}`, articles)
  await model.answer(`Can I post this: ${text}`, articles, () => {})
  await model.look(PNG)
}

describe('without a BAA', () => {
  it.each(CANARIES)('%s: nothing that says who leaves this machine', async (text, who) => {
    const { model, service } = await opened(false)
    expect(model.sees).toBe('masked')
    await everything(model, text)
    expect(service.calls).toHaveLength(4)
    const sent = service.calls.map(({ raw, headers }) => raw + JSON.stringify(headers)).join('\n')
    for (const word of who) expect(sent).not.toContain(word)
    expect(sent).not.toContain(Buffer.from(PNG.bytes).toString('base64'))
  })
})

describe('with a BAA', () => {
  it('words and pictures go out as they are, in messages alone', async () => {
    const { model, service } = await opened(true)
    expect(model.sees).toBe('everything')
    const [text] = CANARIES[0] as (typeof CANARIES)[number]
    await everything(model, text)
    expect(service.calls).toHaveLength(5)
    expect(service.sent().filter((sent) => sent.includes('Xiomara Quillfeather'))).toHaveLength(4)
    for (const { body } of service.calls)
      expect(JSON.stringify([body.system, body.output_config])).not.toContain('Xiomara')
    expect(service.calls[4]?.raw).toContain(Buffer.from(PNG.bytes).toString('base64'))
  })
})
