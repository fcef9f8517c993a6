import { expect, it } from 'vitest'
import { createPipeline } from '../../src/bot/pipeline.ts'
import { NO_PRACTICE } from '../../src/bot/practice.ts'
import type { Reply } from '../../src/bot/reply.ts'
import { openEngine } from '../../src/library.ts'
import { UNAVAILABLE } from '../../src/skills/check/second/copy.ts'
import { createCheck } from '../../src/skills/check/skill.ts'
import { stage } from '../claude/stage.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { eventOf } from '../surfaces/hall.ts'

it('whoever waits while Chaperone stops is told what the rules found, and the pipeline drains', async () => {
  const { claude, service, logged, close } = await stage([{ hangs: 'inside' }])
  const ports = fakePorts()
  const skills = [createCheck(openEngine(), claude)]
  const pipeline = createPipeline({ ports, practice: NO_PRACTICE, skills })
  const replies: Reply[] = []
  const text = 'Post: our patient Zyxanne loved her new crown.'
  const event = eventOf('terminal', 'desk', { type: 'message', text }, ports)
  const handled = pipeline.handle(event, { deliver: async (reply) => void replies.push(reply) })
  await service.reached(1)
  claude.stop()
  await pipeline.stop()
  expect(await handled).toBe('answered')
  expect(JSON.stringify(replies)).toContain(UNAVAILABLE)
  expect(replies[0]?.blocks.some(({ type }) => type === 'verdict')).toBe(true)
  expect(logged() + ports.logged()).not.toContain('Zyxanne')
  await close()
})
