import type { Compilable, CompiledQuery, QueryResult } from 'kysely'
import { ChaperoneError } from '../../bot/errors.ts'

/** Stands in a statement for a value that comes later. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Names a value of the statement; typed as whatever its column wants. */
type Given<Name extends string> = <T = never>(name: Name) => T

/**
 * Runs a statement with these values, past everything that Kysely does for one that it has not seen before. A value
 * may be unsealed (seal.ts): then it is sealed on its way.
 */
export type Ask = <Row>(
  statement: CompiledQuery<Row>,
  parameters: readonly unknown[],
) => Promise<QueryResult<Row>>

/**
 * A statement that every event needs, built and put into SQL once: doing it anew costs more than running it.
 * @param names of its values, in the order in which the SQL has them: looking them up by name would cost as much
 *   as all the rest.
 * @returns what runs it with these values, outside of every transaction.
 */
export function once<Name extends string, Row>(
  ask: Ask,
  names: readonly Name[],
  build: (given: Given<Name>) => Compilable<Row>,
): (values: readonly unknown[]) => Promise<QueryResult<Row>> {
  const compiled = build((name) => new Place(name) as never).compile()
  const found = compiled.parameters.map((one) => (one instanceof Place ? one.name : 'a value of its own'))
  if (found.join() !== names.join())
    throw new ChaperoneError('store_failed', `a statement has its values in another order: ${found}`)
  return (values) => ask(compiled, values)
}
