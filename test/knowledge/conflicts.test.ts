import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadConflicts } from '../../src/knowledge/conflicts.ts'
import { openEngine } from '../../src/library.ts'
import type { Draft } from '../../src/rules/verdict.ts'

const engine = openEngine()
const { conflicts } = loadConflicts()
const drafts = conflicts.flatMap(({ id, drafts }) => drafts.map((draft) => ({ id, ...draft })))

describe('the rulings', () => {
  it('bind the check with drafts of their own', () => {
    expect(drafts.length).toBeGreaterThan(20)
    for (const { verdict, not } of drafts) expect([verdict, not].filter(Boolean)).toHaveLength(1)
  })

  it.each(drafts)('$id: $text', ({ text, kind, account, staff, verdict, not }) => {
    const found = engine.check({ text, kind, account } as Draft, { staff }).verdict
    if (verdict) expect(found).toBe(verdict)
    else expect(found).not.toBe(not)
  })

  it('say nothing that a verdict must not say', () => {
    for (const { id, ruling } of conflicts)
      expect(ruling, id).not.toMatch(/\b(?:is|are) (?:safe|compliant)\b/i)
  })

  it.each<[string, string]>([
    ['asOf: 2026-01-01\nconflicts: []', 'conflicts'],
    ['asOf: someday\nconflicts: []', 'asOf'],
    [twice(), 'stands there twice'],
  ])('are refused with the file and the place when broken', (source, place) => {
    const home = mkdtempSync(join(tmpdir(), 'chaperone-knowledge-'))
    writeFileSync(join(home, 'conflicts.yml'), source)
    expect(() => loadConflicts(pathToFileURL(`${home}/`))).toThrow(
      new RegExp(`knowledge/conflicts\\.yml[\\s\\S]*${place}`),
    )
    rmSync(home, { recursive: true })
  })
})

function twice(): string {
  const one =
    '  - { id: abc, heard: something is said, ruling: something is ruled, sources: [45 CFR 160], mark: ours }\n'
  return `asOf: 2026-01-01\nconflicts:\n${one}${one}`
}
