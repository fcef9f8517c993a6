import type { Kysely } from 'kysely'
import { type Ground, patiently } from '../assemble.ts'
import type { Key } from '../key.ts'
import type { Schema } from '../schema.ts'
import { HEAD_ID, headText, linkedText } from './trail.ts'

const PAGE = 5_000

export interface TrailReport {
  /** Entries that were proved. */
  entries: number
  /** Where the chain ends: to be compared with one that was kept elsewhere. */
  head: string
  /** The first thing that is wrong: the entry, or the record of the register, and what about it. */
  broken?: { record: string; says: string }
}

/**
 * Walks the whole trail. An entry that was edited, moved, copied or put in breaks its own link, one that was
 * taken out leaves its place empty, and a tail that was cut lacks what the head still knows.
 * @param kept a head from the log, the digest or an earlier run. Without it a tail cut by somebody who also
 *   put the head row back goes unnoticed, unless the register knows later versions.
 */
export function verifyTrail(
  { db, key, busyMs, place, trouble }: Ground,
  kept?: string,
): Promise<TrailReport> {
  // One transaction: what is added meanwhile must not look like a fault.
  const transaction = () => db.transaction().setIsolationLevel('repeatable read')
  return patiently(busyMs, place, trouble, () => transaction().execute((tx) => walk(tx, key, kept)))
}

async function walk(tx: Kysely<Schema>, key: Key, kept: string | undefined): Promise<TrailReport> {
  const [keptSeq, keptLink] = kept === undefined ? [0, ''] : parseHead(kept)
  const versions = new Map<string, number>()
  let link = ''
  let seq = 0
  const broken = (record: string, says: string): TrailReport => ({
    entries: seq,
    head: headText(seq, link),
    broken: { record, says },
  })
  const entry = (at: number) => `entry ${at}`

  for (;;) {
    const rows = await tx
      .selectFrom('trail')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    for (const row of rows) {
      const next = seq + 1
      if (row.seq !== next) return broken(entry(next), 'is missing')
      const expected = key.link(row.key, linkedText(row, link))
      if (expected === undefined) return broken(entry(next), 'names a key that was never in use')
      if (expected !== row.link)
        return broken(entry(next), 'is not what was written there: changed, moved, copied or put in')
      if (next === keptSeq && expected !== keptLink)
        return broken(entry(next), 'differs from the head that was kept: the trail was written anew')
      seq = next
      link = expected
      if (row.act === 'purged') versions.delete(row.subject)
      else if (row.act === 'created' || row.act === 'changed') versions.set(row.subject, row.version)
    }
    if (rows.length < PAGE) break
  }
  if (await tx.selectFrom('trail').select('seq').where('seq', '<', 1).executeTakeFirst())
    return broken(entry(0), 'was put in before the first')

  const head = await tx.selectFrom('trail_head').selectAll().where('id', '=', HEAD_ID).executeTakeFirst()
  if (!head) return broken(entry(seq + 1), 'may be missing: the row of the head is gone')
  if (head.seq > seq || keptSeq > seq)
    return broken(entry(seq + 1), `is missing, and all up to ${Math.max(head.seq, keptSeq)}`)
  if (head.seq !== seq || head.link !== link || head.key !== key.fingerprint)
    return broken(entry(seq), 'is not where the head ends')
  const record = await registerProblem(tx, versions)
  return record ? broken(record.number, record.says) : { entries: seq, head: headText(seq, link) }
}

/** The trail knows every record and its last version; a row of the register that was put back or taken out shows. */
async function registerProblem(tx: Kysely<Schema>, versions: Map<string, number>) {
  const rows = await tx.selectFrom('register').select(['number', 'version']).orderBy('number').execute()
  for (const { number, version } of rows) {
    const told = versions.get(number)
    if (told === undefined)
      return { number, says: 'stands in the register, and the trail knows nothing of it' }
    if (told !== version)
      return {
        number,
        says: `stands in the register as version ${version}; the trail tells of version ${told}`,
      }
    versions.delete(number)
  }
  const [lost] = [...versions.keys()].sort()
  return lost === undefined
    ? undefined
    : { number: lost, says: 'is missing from the register, and was never purged' }
}

export const HEAD = /^(\d{1,15})-([0-9a-f]{64})$/

function parseHead(text: string): [number, string] {
  const [, seq = '0', link = ''] = HEAD.exec(text) ?? []
  return [Number(seq), link]
}
