import { type LoadedPractice, loadPractice } from '../practice-file.ts'
import type { Io } from './io.ts'

/** The practice file of a command: as told, or from the environment, or practice.yml if there is one. */
export function openPractice(file: string | undefined, env: Io['env']): LoadedPractice {
  const named = file ?? (env.CHAPERONE_PRACTICE?.trim() || undefined)
  return loadPractice({ path: named ?? 'practice.yml', explicit: named !== undefined })
}
