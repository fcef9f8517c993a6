/** Fails with one line for each problem, and without a stack: the lines say all there is to know. */
export function expectNone(problems: readonly string[]): void {
  if (problems.length === 0) return
  const error = new Error(`\n${problems.join('\n')}\n`)
  error.stack = ''
  throw error
}
