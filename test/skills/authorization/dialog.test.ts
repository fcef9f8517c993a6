import { expect, test } from 'vitest'
import { stage } from './stage.ts'

test('what was refused as a code, and names in any answer, wait nowhere, not even in a half-finished dialog', async () => {
  const kept: string[] = []
  const there = stage()
  const { dialogs } = there.ports.store
  const set = dialogs.set
  dialogs.set = async (key, value, ttl) => {
    kept.push(JSON.stringify(value))
    return set(key, value, ttl)
  }
  let on = await there.fill('slack:UANNA', await there.command('slack:UANNA', 'add'), {
    code: 'Sarah Miller',
  })
  expect(on.text).toContain('That looks like a name')
  expect(on.text).not.toContain('Sarah')
  on = await there.fill('slack:UANNA', on, { code: 'B-1' })
  on = await there.press('slack:UANNA', on, 'An adult patient')
  on = await there.fill('slack:UANNA', on, { content: ['words'], areas: 'teeth of Sarah Miller' })
  on = await there.fill('slack:UANNA', on, { platforms: ['website'], purpose: 'call Sarah at 555-014-2277' })
  on = await there.fill('slack:UANNA', on, { signer: 'representative', authority: 'son of Sarah Miller' })
  on = await there.fill('slack:UANNA', on, { has: ['signature'] })
  on = await there.fill('slack:UANNA', on, {
    signed_on: '2026-05-01',
    ends: '',
    event: 'wedding of Sarah Miller',
  })
  expect(on.text).toContain('Does anybody pay us for this?')
  on = await there.fill('slack:UANNA', on, {
    remuneration: 'none',
    copy_given: 'no',
    paper: 'file Miller, Sarah',
  })
  await there.press('slack:UANNA', on, 'Write it down')
  expect(kept.length).toBeGreaterThan(8)
  expect(kept.join('\n')).not.toMatch(/Sarah|Miller|2277/)
  const record = await there.ports.store.register.get('AUT-2026-0001', 'nobody')
  expect(JSON.stringify(record)).not.toMatch(/Sarah|Miller|2277/)
})

test('an answer that cannot be taken is there again to be put right', async () => {
  const there = stage()
  let on = await there.fill('slack:UANNA', await there.command('slack:UANNA', 'add'), { code: 'B-1' })
  on = await there.press('slack:UANNA', on, 'An adult patient')
  on = await there.fill('slack:UANNA', on, { content: ['photo'], areas: 'lips' })
  on = await there.fill('slack:UANNA', on, { platforms: ['website'], purpose: '' })
  expect(on.text).toContain('What for: say it in a few words')
  const form = on.replies.flatMap(({ blocks }) => blocks).find((block) => block.type === 'form')
  expect(form?.type === 'form' && form.fields[0]?.initial).toEqual(['website'])
})

test('a question that begins with what fits most forms comes back with what was chosen', async () => {
  const there = stage()
  let on = await there.fill('slack:UANNA', await there.command('slack:UANNA', 'add'), { code: 'B-1' })
  on = await there.press('slack:UANNA', on, 'A patient under age')
  on = await there.fill('slack:UANNA', on, { content: ['photo'], areas: 'lips' })
  on = await there.fill('slack:UANNA', on, { platforms: ['website'], purpose: 'showing our work' })
  on = await there.fill('slack:UANNA', on, { signer: 'representative', authority: '=guardian' })
  const form = on.replies.flatMap(({ blocks }) => blocks).find((block) => block.type === 'form')
  expect(form?.type === 'form' && form.fields[0]).toMatchObject({ name: 'signer', initial: 'representative' })
})

test('a dialog goes on where somebody left it, on whatever surface they are now', async () => {
  const there = stage()
  await there.fill('slack:UANNA', await there.command('slack:UANNA', 'add'), { code: 'B-1' })
  const on = await there.command('web:this-machine', 'add')
  expect(on.text).toContain('We go on where you stopped')
  expect(on.text).toContain('Who is shown or told about?')
})
