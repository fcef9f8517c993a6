import { describe, expect, test } from 'vitest'
import { stage } from './stage.ts'

describe('a form on a phone', () => {
  test('goes question by question and is there in the end', async () => {
    const { add, command } = stage()
    const on = await add()
    expect(on.text).toContain('It is written down: AUT-2026-0001')
    console.log(on.text)
    const list = await command('slack:UANNA', '')
    console.log(list.text)
  })
})
