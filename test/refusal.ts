import { expect } from 'vitest'
import { ChaperoneError, type ErrorCode } from '../src/bot/errors.ts'

/** The one line that a start prints instead of starting. */
export function refusalOf(run: () => unknown, code: ErrorCode): string {
  try {
    run()
  } catch (error) {
    expect(error).toBeInstanceOf(ChaperoneError)
    const { message } = error as ChaperoneError
    expect((error as ChaperoneError).code).toBe(code)
    expect(message).not.toMatch(/\p{Cc}|undefined|Zod|Invalid input/u)
    return message
  }
  throw new Error('nothing was refused')
}
