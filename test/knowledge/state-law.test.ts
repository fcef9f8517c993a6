import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { stateOf } from '../../src/bot/states.ts'
import { loadStateLaw } from '../../src/knowledge/state-law.ts'
import { openStateLaw } from '../../src/state-law-file.ts'

const { laws } = loadStateLaw()

describe('the State laws', () => {
  it('belong to States that are known', () => {
    const states = laws.flatMap(({ states }) => (states === 'all' ? [] : states))
    for (const state of states) expect(stateOf(state)).toBe(state)
    expect(new Set(states).size).toBe(25)
  })

  it('have a clock or say what else they ask for', () => {
    for (const { id, duties, also } of laws) expect(duties.length + also.length, id).toBeGreaterThan(0)
  })

  it('rest on a text that was read, unless they are marked as ours', () => {
    for (const { id, sources, mark } of laws) if (mark !== 'ours') expect(sources.read, id).not.toEqual([])
  })

  it('promise nothing that nobody can promise', () => {
    expect(JSON.stringify(laws)).not.toMatch(/\b(?:safe|compliant|approved)\b/i)
  })

  it.each<[string, string, string]>([
    ['mark: settled', 'mark: counsel', 'says what is doubtful'],
    ['mark: settled', 'mark: sure', 'mark'],
    ['states: [TX]', 'states: [Texas]', 'two capital letters'],
    ['states: [TX]', 'states: all', 'belongs to States by name'],
    ['within: 30', 'within: 0', 'within'],
    ['within: 30', 'within: 30, atLeast: 5, moreThan: 5', 'not both'],
    ['within: 30', 'within: 30, zzz: 1', 'zzz'],
    ['asOf: 2026-01-01 }', 'asOf: last year }', 'asOf'],
    ['- {', oneMore(), 'stands there twice'],
  ])('are refused with file and place when %s becomes %s', (before, after, place) => {
    const source = `asOf: 2026-01-01\nlaws:\n  ${ROW}`
    expect(source).toContain(before)
    withFile(source.replace(before, after), (home) => {
      expect(() => loadStateLaw(home)).toThrow(new RegExp(`knowledge/state-law\\.yml[\\s\\S]*${place}`))
      expect(() => openStateLaw(home)).toThrow(expect.objectContaining({ code: 'knowledge_invalid' }))
    })
  })

  it('are read from such a file', () => {
    withFile(`asOf: 2026-01-01\nlaws:\n  ${ROW}`, (home) => expect(loadStateLaw(home).laws).toHaveLength(1))
  })
})

const ROW =
  '- { id: tx, states: [TX], title: A law of Texas, applies: businesses, trigger: a breach, reach: computerized, ' +
  'duties: [{ what: state-notice, to: tell residents, within: 30 }], hipaa: Runs beside it., ' +
  'sources: { cite: [Section 1], read: [a page] }, mark: settled, asOf: 2026-01-01 }'

function oneMore(): string {
  return `- { id: tx, states: [TX], title: The same again, applies: businesses, trigger: a breach, reach: other, also: [Fines.], hipaa: Runs beside it., sources: { cite: [Section 1], read: [a page] }, mark: settled, asOf: 2026-01-01 }\n  - {`
}

function withFile(source: string, use: (home: URL) => void): void {
  const home = mkdtempSync(join(tmpdir(), 'chaperone-state-law-'))
  try {
    writeFileSync(join(home, 'state-law.yml'), source)
    use(pathToFileURL(`${home}/`))
  } finally {
    rmSync(home, { recursive: true })
  }
}
