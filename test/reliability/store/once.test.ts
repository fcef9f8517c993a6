import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { expect, it } from 'vitest'
import { type Ask, once } from '../../../src/adapters/store/once.ts'
import type { Schema } from '../../../src/adapters/store/schema.ts'

const db = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (any) => new SqliteIntrospector(any),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})
const asked: [string, readonly unknown[]][] = []
const ask: Ask = async ({ sql }, values) => {
  asked.push([sql, values])
  return { rows: [] }
}

it('asks with the values in the order of the SQL', async () => {
  const take = once(ask, ['now', 'name'], (given) =>
    db
      .updateTable('mark')
      .set({ value: given<string>('now') })
      .where('name', '=', given<string>('name')),
  )
  await take(['1', 'a'])
  expect(asked).toEqual([['update "mark" set "value" = ? where "name" = ?', ['1', 'a']]])
})

it.each([
  ['in another order', ['name', 'now']],
  ['too few of them', ['now']],
  ['one that stands nowhere', ['now', 'name', 'more']],
])('a statement that names its values %s is refused when it is built', (_, names) => {
  const build = () =>
    once(ask, names, (given) =>
      db
        .updateTable('mark')
        .set({ value: given<string>('now') })
        .where('name', '=', given<string>('name')),
    )
  expect(build).toThrow('its values in another order')
})

it('a value that is written into the statement itself is refused: it would have no place', () => {
  const build = () => once(ask, [], () => db.deleteFrom('mark').where('name', '=', 'a'))
  expect(build).toThrow('its values in another order')
})
