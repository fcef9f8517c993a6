import type { Sample } from '../adapters/web/metrics.ts'
import type { Model } from '../bot/model/model.ts'

const SORTS = {
  calls: {
    name: 'chaperone_model_calls_total',
    help: 'Questions to the model by task and outcome.',
    label: 'outcome',
  },
  tokens: {
    name: 'chaperone_model_tokens_total',
    help: 'Tokens by task and sort, as the service bills them.',
    label: 'sort',
  },
} as const

/** What the model did and what it costs, for /metrics. */
export function samplesOf(model: Model): Sample[] {
  return model.counts().map(({ of, task, as, value }) => {
    const { name, help, label } = SORTS[of]
    return { name, help, type: 'counter', labels: { task, [label]: as }, value }
  })
}
