import { type Model, NO_MODEL } from '../bot/model/model.ts'
import type { Clock, Log } from '../bot/ports.ts'
import { factsOf, type Practice } from '../bot/practice.ts'
import { type Config, readConfig } from '../config.ts'
import type { Masker } from '../rules/verdict.ts'
import { throughMask } from './masked.ts'

export interface ModelParts {
  engine: Masker
  practice: Practice
  clock: Clock
  log: Log
}

/** The model of the settings, behind its mask unless a BAA is stated. Its SDK is loaded only where there is one. */
export async function openModel(
  settings: Config['model'],
  { engine, practice, clock, log }: ModelParts,
): Promise<Model> {
  if (!settings) return NO_MODEL
  const { createClaude } = await import('../adapters/claude/claude.ts')
  const { apiKey, baseUrl, name, baa } = settings
  const claude = createClaude({ apiKey: apiKey.reveal(), baseUrl, model: name, clock, log })
  if (baa) return claude
  const facts = factsOf(practice)
  return throughMask(claude, (text) => engine.masked(text, facts))
}

const SETTINGS = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_BASE_URL',
  'CHAPERONE_MODEL',
  'CHAPERONE_MODEL_BAA',
] as const

/**
 * For a command that runs once: the settings of the model alone, since a check needs no other.
 * @throws ChaperoneError config_invalid.
 */
export async function modelFor(
  env: Readonly<Record<string, string | undefined>>,
  parts: Omit<ModelParts, 'clock' | 'log'>,
): Promise<Model> {
  if (!SETTINGS.some((name) => env[name]?.trim())) return NO_MODEL
  const { model } = readConfig(Object.fromEntries(SETTINGS.map((name) => [name, env[name]])), '.')
  if (!model) return NO_MODEL
  const { systemClock } = await import('../adapters/clock/clock.ts')
  return openModel(model, { ...parts, clock: systemClock(), log: SILENT })
}

const nothing = () => {}
/** Whoever waits for a command reads in its output that the model was not there. */
const SILENT: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing }
