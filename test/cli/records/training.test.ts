import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { command } from '../command.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-training-'))
  writeFileSync(
    join(home, 'practice.yml'),
    'name: Maple\nstaff:\n  - { name: Anna Lund, nicknames: [Annie] }\n  - Max Weber\n',
  )
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const data = () => join(home, 'data')
const training = (...args: string[]) =>
  command(['training', ...args, '--practice', join(home, 'practice.yml')], '', { CHAPERONE_HOME: data() })
const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
const anna = (on = today) => training('add', '--who', 'annie', '--topic', 'Posts about patients', '--on', on)

describe('training', () => {
  it('is written down under a number, once, and listed with who has none of the last year', async () => {
    const year = today.slice(0, 4)
    const line = `TRN-${year}-0001  ${today}  Anna Lund  Posts about patients\n`
    expect(await anna()).toEqual({ code: 0, out: line, err: '' })
    expect((await anna()).out).toBe(line)
    const { code, out } = await training('list')
    expect({ code, out }).toEqual({ code: 1, out: `${line}No training in the last year: Max Weber\n` })
    expect((await training('list', '--who', 'Anna Lund')).code).toBe(0)
    expect(JSON.parse((await training('list', '--json')).out)).toEqual({
      training: [{ number: `TRN-${year}-0001`, who: 'Anna Lund', topic: 'Posts about patients', on: today }],
      none: ['Max Weber'],
    })
  })

  it('of long ago is no training of the last year', async () => {
    await anna('2021-03-01')
    expect((await training('list')).out).toContain('No training in the last year: Anna Lund, Max Weber')
  })

  it('lies sealed, and tells the trail who wrote it', async () => {
    await anna()
    const bytes = readFileSync(join(data(), 'chaperone.db')).toString('latin1')
    for (const words of ['Anna', 'Posts about']) expect(bytes).not.toContain(words)
    const { out } = await command(['verify-audit', '--json'], '', { CHAPERONE_HOME: data() })
    expect(JSON.parse(out)).toMatchObject({ whole: true, entries: 1 })
  })

  it('keeps no name or number of somebody else in what it was about', async () => {
    const { out } = await training(
      'add',
      '--who',
      'Max Weber',
      '--topic',
      'The case of Sarah Kowalski, 512-555-0188',
      '--on',
      today,
    )
    expect(out).not.toMatch(/Kowalski|0188/)
  })

  it('is none where nothing was written, and looking makes no data', async () => {
    expect((await training('list')).out).toContain('No training is written down.')
    expect(existsSync(data())).toBe(false)
  })

  it.each([
    [[], 'say one of: training add --who NAME --topic WORDS --on DAY, training list'],
    [['add'], 'training add wants --on with a day like 2026-01-31'],
    [['add', '--on', '2026-02-30'], 'training add wants --on with a day like 2026-01-31'],
    [['add', '--on', '2190-01-01'], '--on is still to come; it is written down when it was taken'],
    [['add', '--on', '2026-01-31'], 'training add wants --topic with a few words'],
    [['add', '--on', '2026-01-31', '--topic', 'Posts'], 'training add wants --who with a name'],
    [
      ['add', '--on', '2026-01-31', '--topic', 'Posts', '--who', 'Ann Lunt'],
      'nobody under "staff" of the practice file is called that',
    ],
  ])('%j is refused with one line', async (args, says) => {
    expect(await training(...args)).toEqual({ code: 2, out: '', err: `chaperone: ${says}\n` })
  })
})
