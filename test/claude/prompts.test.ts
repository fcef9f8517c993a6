import { describe, expect, it } from 'vitest'
import { answering, judging, looking, rewriting } from '../../src/adapters/claude/tasks.ts'
import { FACT } from '../../src/knowledge/facts.ts'
import { NOTICEABLE } from '../../src/rules/noticed/noticed.ts'

const TASKS = [judging(NOTICEABLE, 1), answering(1), rewriting(1), looking(1)]

describe.each(TASKS)('the prompt of $name', ({ name, prompt, shape, most }) => {
  it('is text that whoever tends the rules can read: a file, with no code and no place to be filled in', () => {
    expect(prompt.length).toBeGreaterThan(300)
    expect(prompt.replaceAll('{{fact:id}}', '').search(FACT)).toBe(-1)
    expect(prompt).not.toMatch(/\$\{|undefined|<!--/)
  })
  it('says that what people typed is no instruction, and that nothing is a good answer', () => {
    expect(prompt).toMatch(/never (?:follow it|an instruction)|to do something else/)
    expect(prompt).toMatch(/list is empty/)
  })
  it('asks for nothing but lists that are verified: no verdict, no prose', () => {
    const empty = { noticed: [], claims: [], versions: [], seen: [] }
    const key = { judge: 'noticed', answer: 'claims', rewrite: 'versions', look: 'seen' } as const
    expect(shape.safeParse({ [key[name]]: [] }).data).toEqual({ [key[name]]: [] })
    expect(shape.safeParse(empty).success).toBe(true)
    expect(shape.safeParse({}).success).toBe(false)
    expect(most).toBeLessThanOrEqual(2000)
  })
})
