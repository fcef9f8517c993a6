import type { Draft } from '../rules/verdict.ts'
import { type CheckOptions, signedChecker, wordsOf } from './check/check.ts'
import { DONE, FOUND, type Io, write } from './io.ts'

export type RewriteOptions = Omit<CheckOptions, 'jsonl'>

/** Exit code 0: there are words that pass, or nothing was found; 1: there are none. */
export async function runRewrite(text: string | undefined, options: RewriteOptions, io: Io): Promise<number> {
  const words = await wordsOf(text, io)
  const [{ openEngine, openTemplates }, { openPractice }, { factsOf }, { rewriteWith }, { modelFor }] =
    await Promise.all([
      import('../library.ts'),
      import('./practice.ts'),
      import('../bot/practice.ts'),
      import('../skills/rewrite/written.ts'),
      import('../model/open.ts'),
    ])
  const { practice } = openPractice(options.practice, io.env)
  const { kind, platform, account, replyingTo: context } = options
  const draft: Draft = { text: words, kind, platform, account, context }
  const wish = { usual: practice.tone }
  const engine = openEngine()
  const model = await modelFor(io.env, { engine, practice })
  const checker = await signedChecker(engine, options, io)
  const found = await rewriteWith(model, checker, openTemplates(), draft, factsOf(practice), wish)
  const best = found.versions[0]
  if (options.json) {
    const { verdict, findings } = found.result
    const rewritten = best?.text ?? (verdict === 'clear' ? words : null)
    const json = { verdict, kind: found.result.kind, rewritten, versions: found.versions, findings }
    await write(io.stdout, `${JSON.stringify(json)}\n`)
  } else {
    const [{ showVersions }, { canvasOf }, { render }] = await Promise.all([
      import('../skills/rewrite/show.ts'),
      import('../adapters/terminal/platform.ts'),
      import('../adapters/terminal/render.ts'),
    ])
    await write(io.stdout, `${render(showVersions(found), canvasOf(io.stdout, io.env))}\n`)
  }
  return best || found.result.verdict === 'clear' ? DONE : FOUND
}
