import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createKey } from '../../src/adapters/store/key.ts'
import { linkedText } from '../../src/adapters/store/trail/trail.ts'

/** Adds entries to a closed trail until it has `entries`, all in one transaction. */
export async function grow(home: string, entries: number): Promise<void> {
  const key = createKey(Buffer.from(readFileSync(join(home, 'chaperone.key'), 'utf8').trim(), 'base64'))
  const database = new DatabaseSync(join(home, 'chaperone.db'))
  const head = database.prepare('SELECT seq, link FROM trail_head').get() as { seq: number; link: string }
  const insert = database.prepare(
    'INSERT INTO trail (seq, at, surface, person, act, subject, version, state, key, link) VALUES (?,?,?,?,?,?,?,?,?,?)',
  )
  database.exec('BEGIN')
  let { link } = head
  for (let seq = head.seq + 1; seq <= entries; seq++) {
    const row = { seq, at: seq, surface: 'slack', person: 'U01', act: 'seen', subject: 'INC-2026-0001' }
    const entry = { ...row, version: 1, state: 'open', key: key.fingerprint }
    link = key.link(key.fingerprint, linkedText(entry, link)) as string
    insert.run(...Object.values(entry), link)
  }
  database.prepare('UPDATE trail_head SET seq = ?, link = ?').run(entries, link)
  database.exec('COMMIT')
  database.close()
}
