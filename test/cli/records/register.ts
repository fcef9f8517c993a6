import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { command } from '../command.ts'

/** A data folder of its own for each test, and the register of signed forms in it. */
export function atRegister() {
  const at = { home: '' }
  beforeEach(() => {
    at.home = mkdtempSync(join(tmpdir(), 'chaperone-forms-'))
  })
  afterEach(() => rmSync(at.home, { recursive: true, force: true }))
  const run = (...args: string[]) => command(['authorization', ...args], '', { CHAPERONE_HOME: at.home })
  const json = async (...args: string[]) => {
    const ran = await run(...args, '--json')
    return { ...ran, value: ran.out === '' ? undefined : JSON.parse(ran.out) }
  }
  return { at, run, json }
}
