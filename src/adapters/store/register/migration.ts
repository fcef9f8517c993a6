import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export interface RegisterSchema {
  /** Records; plain is only what is searched, and `body` is sealed and bound to the other columns. */
  register: {
    number: string
    kind: string
    state: string
    at: number
    changed: number
    ended: number | null
    version: number
    /** Hash of what it came from. */
    origin: string | null
    body: string
  }
  /** The last number given, for each kind and year. Stays when records go. */
  numbering: { kind: string; year: number; last: number }
  /** The audit trail; `link` ties each entry to the one before, `key` says which key made it. */
  trail: {
    seq: number
    at: number
    surface: string
    person: string
    act: string
    subject: string
    version: number
    state: string
    key: string
    link: string
  }
  /** One row: how far the trail has come. Whoever adds to the trail takes this row first. */
  trail_head: { id: number; seq: number; link: string; key: string }
}

export const registerAndTrail: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createTable('register')
      .addColumn('number', 'text', (column) => column.primaryKey())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('changed', 'bigint', (column) => column.notNull())
      .addColumn('ended', 'bigint')
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('origin', 'text', (column) => column.unique())
      .addColumn('body', 'text', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('register_at').on('register').columns(['kind', 'at', 'number']).execute()
    await db.schema
      .createTable('numbering')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('year', 'bigint', (column) => column.notNull())
      .addColumn('last', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('numbering_of', ['kind', 'year'])
      .execute()
    let trail = db.schema
      .createTable('trail')
      .addColumn('seq', 'bigint', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
    for (const name of ['surface', 'person', 'act', 'subject', 'state', 'key', 'link'])
      trail = trail.addColumn(name, 'text', (column) => column.notNull())
    await trail.execute()
    await db.schema.createIndex('trail_subject').on('trail').columns(['subject', 'seq']).execute()
    await db.schema
      .createTable('trail_head')
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('link', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .execute()
  },
}
