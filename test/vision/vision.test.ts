import { describe, expect, it } from 'vitest'
import { createVision } from '../../src/adapters/vision/vision.ts'
import { quarters } from './pictures/scenes.ts'

describe('the process that looks at pictures', { timeout: 60_000 }, () => {
  const lives: [string, Parameters<typeof createVision>[0]][] = [
    ['starts afresh when its memory has grown', { memory: 1 }],
    ['is let go when nobody asks, and comes back', { idleMs: 1 }],
  ]
  for (const [name, limits] of lives)
    it(name, async () => {
      const vision = createVision(limits)
      const picture = await quarters()
      for (const _ of [1, 2]) {
        const { width, height } = await vision.clean(picture)
        expect([width, height]).toEqual([240, 160])
        await new Promise((done) => setTimeout(done, 20))
      }
      await vision.close()
    })

  it('is ended when the time is up, and the next picture has another', async () => {
    const vision = createVision()
    const picture = await quarters()
    await expect(vision.look(picture, { deadlineMs: 5 })).rejects.toMatchObject({ code: 'photo_slow' })
    expect((await vision.clean(picture)).width).toBe(240)
    await vision.close()
  })

  it('takes no more once it is closed, and keeps nobody waiting', async () => {
    const vision = createVision()
    const waiting = vision.clean(await quarters())
    waiting.catch(() => {})
    await new Promise((done) => setTimeout(done, 30))
    await vision.close()
    await expect(waiting).rejects.toMatchObject({ code: 'photo_unreadable' })
    await expect(vision.clean(await quarters())).rejects.toMatchObject({ code: 'photo_unreadable' })
  })

  it('lets nobody wait in a line without end', async () => {
    const vision = createVision()
    const picture = await quarters()
    const asked = Array.from({ length: 80 }, () =>
      vision.look(picture, { deadlineMs: 1 }).catch(({ code }) => code),
    )
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['photo_slow']))
    await vision.close()
  })
})
