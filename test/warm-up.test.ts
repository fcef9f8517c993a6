import { describe, expect, it } from 'vitest'
import { openEngine } from '../src/library.ts'
import type { Draft } from '../src/rules/verdict.ts'
import { warmUp } from '../src/warm-up.ts'

describe('the warm-up', () => {
  const engine = openEngine()
  const asked: Draft[] = []
  const verdicts = new Set<string>()
  const found = new Set<string>()
  warmUp({
    check(draft, facts) {
      asked.push(draft)
      const result = engine.check(draft, facts)
      verdicts.add(result.verdict)
      for (const { rule } of result.findings) found.add(rule.split('/')[0] as string)
      return result
    },
  })

  it('reads drafts as posts, as replies, and without being told what they are', () => {
    expect(new Set(asked.map(({ kind }) => kind))).toEqual(new Set([undefined, 'caption', 'review_reply']))
  })

  it('meets every verdict, and rules of nearly every group', () => {
    expect(verdicts).toEqual(new Set(['clear', 'caution', 'needs_authorization', 'stop', 'unchecked']))
    const groups = ['advice', 'claims', 'confirms', 'consent', 'identifier', 'reply', 'story']
    expect(groups.filter((group) => !found.has(group))).toEqual([])
  })
})
