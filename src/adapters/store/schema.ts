import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { type OutboxSchema, outboxOfTickets } from './outbox/outbox.ts'
import { type RegisterSchema, registerAndTrail } from './register/migration.ts'

/** Times are milliseconds since 1970, UTC. */
export interface Schema extends RegisterSchema, OutboxSchema {
  /** Events that are running or have acted. */
  claim: { event: string; holder: string; lease_until: number; done_at: number | null }
  /** Checks, without a word of what was checked. */
  ledger: {
    id: string
    at: number
    surface: string
    person: string
    draft_hash: string
    verdict: string
    kind: string
    platform: string | null
    /** JSON array of rule ids. */
    rules: string
  }
  /** What staff said about findings; `example` (masked before) and `reason` are sealed. */
  remark: {
    id: string
    at: number
    surface: string
    person: string
    sort: string
    draft_hash: string
    verdict: string
    platform: string | null
    /** JSON array of rule ids. */
    rules: string
    example: string
    reason: string
  }
  /**
   * Where incidents lay before there was a register; a start moves what is left here (register/carry-over.ts).
   * `post`: keyed hash of the link, in the first row. `body` is sealed.
   */
  incident_entry: { number: string; seq: number; id: string; at: number; post: string | null; body: string }
  /** Half-finished dialogs; `value` is sealed, since it holds what people typed. */
  dialog: { key: string; value: string; until: number }
  /** How far jobs have come; no words. */
  mark: { name: string; value: string }
  /** Facts about this installation: the fingerprint of its key, and what that took over from the one before. */
  installation: { name: string; value: string }
}

/**
 * In the order of their names. A migration that was released is never changed: a new one is added. Only types
 * that SQLite and PostgreSQL share.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-claims-ledger-dialogs': {
    async up(db: Kysely<never>) {
      await db.schema
        .createTable('claim')
        .addColumn('event', 'text', (column) => column.primaryKey())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('lease_until', 'bigint', (column) => column.notNull())
        .addColumn('done_at', 'bigint')
        .execute()
      await db.schema
        .createTable('ledger')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('surface', 'text', (column) => column.notNull())
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('draft_hash', 'text', (column) => column.notNull())
        .addColumn('verdict', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('platform', 'text')
        .addColumn('rules', 'text', (column) => column.notNull())
        .execute()
      await db.schema.createIndex('ledger_at').on('ledger').columns(['at', 'id']).execute()
      await db.schema
        .createTable('dialog')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('until', 'bigint', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('installation')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute()
    },
  },
  '002-remarks': {
    async up(db: Kysely<never>) {
      let table = db.schema
        .createTable('remark')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('platform', 'text')
      for (const name of ['surface', 'person', 'sort', 'draft_hash', 'verdict', 'rules', 'example', 'reason'])
        table = table.addColumn(name, 'text', (column) => column.notNull())
      await table.execute()
      await db.schema.createIndex('remark_at').on('remark').columns(['at', 'id']).execute()
    },
  },
  '003-incidents': {
    async up(db: Kysely<never>) {
      await db.schema
        .createTable('incident_entry')
        .addColumn('number', 'text', (column) => column.notNull())
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('post', 'text', (column) => column.unique())
        .addColumn('body', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('incident_entry_pk', ['number', 'seq'])
        .execute()
    },
  },
  '004-register-trail': registerAndTrail,
  '005-marks': {
    async up(db: Kysely<never>) {
      await db.schema
        .createTable('mark')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute()
    },
  },
  '006-outbox-of-tickets': outboxOfTickets,
}
