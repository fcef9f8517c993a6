import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqlite } from '../../src/adapters/store/store.ts'
import { verifyTrail } from '../../src/adapters/store/trail/verify.ts'
import { addForm, allForms, changeForm, published, revoked } from '../../src/bot/records/authorization.ts'
import { TERMS } from '../bot/records/form.ts'
import { start } from '../cli/command.ts'

let root: string
let home: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chaperone-forms-'))
  home = join(root, 'data')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const HEAD =
  'code,subject,content,areas,platforms,purpose,signer,authority,signed_on,expires,comes_of_age,remuneration,copy_given,paper,lacks'
const ROWS = 600
const sheet = () => {
  const file = join(root, 'forms.csv')
  const rows = Array.from(
    { length: ROWS },
    (_, n) =>
      `B-${n},patient,photo,,instagram,showing our work,patient,,2026-05-01,2037-05-01,,none,yes,binder 2,none`,
  )
  writeFileSync(file, [HEAD, ...rows].join('\n'))
  return file
}
const take = (file: string) =>
  start(['authorization', 'import', file, '--json'], { CHAPERONE_HOME: home }, root)
const open = () => openSqlite({ home, clock: { now: () => Date.parse('2026-11-21T15:00:00Z') } })

it('a sheet whose import is killed again and again is taken over whole, each form once, when it is let', async () => {
  const file = sheet()
  let before = 0
  // From before anything is read to somewhere in the middle of it.
  for (const ms of [200, 900, 1300, 1700]) {
    const { child, ended } = take(file)
    const killing = setTimeout(() => child.kill('SIGKILL'), ms)
    await ended
    clearTimeout(killing)
    const { store, ground } = await open()
    const kept = await allForms(store.register, 'nobody')
    // Nothing that was there is lost, and nothing is half there.
    expect(kept.length).toBeGreaterThanOrEqual(before)
    expect((await verifyTrail(ground)).broken).toBeUndefined()
    before = kept.length
    await store.close()
  }
  const { ended } = take(file)
  const report = JSON.parse((await ended).out)
  expect(report).toMatchObject({ rows: ROWS, there: before, added: ROWS - before, refused: [] })
  const { store } = await open()
  const forms = await allForms(store.register, 'nobody')
  expect(new Set(forms.map(({ code }) => code)).size).toBe(ROWS)
  expect(new Set(forms.map(({ number }) => number)).size).toBe(forms.length)
  await store.close()
}, 120_000)

it('two imports of one sheet at once write each form once', async () => {
  const file = sheet()
  const reports = (await Promise.all([take(file).ended, take(file).ended])).map(({ out }) => JSON.parse(out))
  expect(reports.map(({ refused }) => refused)).toEqual([[], []])
  expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(ROWS)
  const { store } = await open()
  expect(await allForms(store.register, 'nobody')).toHaveLength(ROWS)
  await store.close()
}, 120_000)

it('of twenty who take a form back at once, over two connections, one is written down and no post is lost', async () => {
  const { store: one } = await open()
  const at = Date.parse('2026-11-21T15:00:00Z')
  const made = { code: 'B-1', terms: TERMS }
  const { form } = await addForm(one.register, made, { id: 'a', at, by: 'web:me' }, 'America/Chicago')
  const { store: other } = await open()
  const here = { at, zone: 'America/Chicago' }
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => {
      const { register } = n % 2 ? one : other
      const deed = { id: `d${n}`, at, by: `web:p${n}` }
      const change = (body: Parameters<Parameters<typeof changeForm>[2]>[0]) =>
        n % 4 < 2
          ? revoked(body, '2026-11-20', deed)
          : published(body, { platform: 'instagram', url: `https://x.example/${n}` }, deed)
      return changeForm(register, form.number, change, here, deed.by)
    }),
  )
  const [after] = await allForms(one.register, 'nobody')
  expect(after?.acts.filter(({ what }) => what === 'revoked')).toHaveLength(1)
  expect(after?.publications).toHaveLength(10)
  await one.close()
  await other.close()
}, 60_000)
