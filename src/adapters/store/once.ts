import type { Compilable, CompiledQuery, QueryResult } from 'kysely'

/** Stands in a statement for a value that comes later. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Names a value of the statement; typed as whatever its column wants. */
export type Given<Name extends string> = <T = never>(name: Name) => T

/** Runs a statement with these values, past everything that Kysely does for one that it has not seen before. */
export type Ask = <Row>(
  statement: CompiledQuery<Row>,
  parameters: readonly unknown[],
) => Promise<QueryResult<Row>>

/**
 * A statement that every event needs, built and put into SQL once: doing it anew costs more than running it.
 * Returns what runs it with these values, outside of every transaction.
 */
export function once<Name extends string, Row>(
  ask: Ask,
  build: (given: Given<Name>) => Compilable<Row>,
): (values: Readonly<Record<Name, unknown>>) => Promise<QueryResult<Row>> {
  const compiled = build((name) => new Place(name) as never).compile()
  return (values) =>
    ask(
      compiled,
      compiled.parameters.map((one) => (one instanceof Place ? values[one.name as Name] : one)),
    )
}
