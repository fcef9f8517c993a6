import type { Found } from '../../knowledge/answer/answer.ts'
import type { ReadingRoom } from '../../knowledge/reading-room.ts'
import type { Written } from '../../skills/ask/written/written.ts'
import type { Io } from '../io.ts'

/** Anything that is said of a model; what is half there is refused where the settings are read. */
const SAID = ['ANTHROPIC_API_KEY', 'ANTHROPIC_BASE_URL', 'CHAPERONE_MODEL', 'CHAPERONE_MODEL_BAA'] as const

type Writer = (found: Found, question: string) => Promise<Written>

/** Words an answer for its question where a model is configured; elsewhere it stays as it is, and nothing is loaded. */
export async function openWriter(
  room: ReadingRoom,
  file: string | undefined,
  env: Io['env'],
): Promise<Writer> {
  if (!SAID.some((name) => env[name]?.trim())) return async ({ answer }) => ({ answer })
  const [{ modelFor }, { openEngine }, { openPractice }, { written }] = await Promise.all([
    import('../../model/open.ts'),
    import('../../library.ts'),
    import('../practice.ts'),
    import('../../skills/ask/written/written.ts'),
  ])
  const engine = openEngine()
  const { practice } = openPractice(file, env)
  const model = await modelFor(env, { engine, practice })
  return (found, question) => written(model, found, question, { room, engine, practice })
}
