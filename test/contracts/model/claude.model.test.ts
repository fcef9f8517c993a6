import { createClaude } from '../../../src/adapters/claude/claude.ts'
import { systemClock } from '../../../src/adapters/clock/clock.ts'
import type { WhyNot } from '../../../src/bot/model/model.ts'
import { openService, type Turn } from '../../claude/service.ts'
import { fakeModel, type Scripted } from '../../surfaces/fake-model.ts'
import { fakePorts } from '../../surfaces/fake-ports.ts'
import { modelContract } from './model.contract.ts'

modelContract('fake', async (script) => ({ model: fakeModel(script), close: async () => {} }))

const FAILS: Record<Exclude<WhyNot, 'off'>, Turn> = {
  refused: { raw: '', stop: 'refusal' },
  invalid: { raw: '{"noticed": [', stop: 'max_tokens' },
  down: { status: 400 },
  slow: { hangs: 'before' },
}

/** One body that answers every sort of question: each shape takes its own part of it. */
function saying({ judge = [], answer = [], rewrite = [], look = [], fails }: Scripted): Turn {
  if (fails && fails !== 'off') return FAILS[fails]
  const edges = (box: { x: number; y: number; width: number; height: number }) => ({
    left: box.x * 5,
    top: box.y * 10,
    right: (box.x + box.width) * 5,
    bottom: (box.y + box.height) * 10,
  })
  const seen = look.map(({ sees, box }) => ({ what: sees, box: box ? edges(box) : null }))
  return { says: { claims: answer, noticed: judge, versions: rewrite, seen } }
}

modelContract('Claude', async (script) => {
  const service = await openService(saying(script))
  const { log } = fakePorts()
  const deadlineMs = script.fails === 'slow' ? 50 : 20_000
  const options = { apiKey: 'sk-ant-test-key', baseUrl: service.url, clock: systemClock(), log, deadlineMs }
  const model = createClaude(options)
  return {
    model,
    async close() {
      model.stop()
      await service.close()
    },
  }
})
