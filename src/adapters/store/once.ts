import type { Compilable, Kysely, QueryResult } from 'kysely'
import type { Schema } from './schema.ts'

/** Stands in a statement for a value that comes later. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Names a value of the statement; typed as whatever its column wants. */
export type Given<Name extends string> = <T = never>(name: Name) => T

/**
 * A statement that every event needs, built and put into SQL once: doing it anew costs more than running it.
 * Returns what runs it with these values.
 */
export function once<Name extends string, Row>(
  db: Kysely<Schema>,
  build: (given: Given<Name>) => Compilable<Row>,
): (values: Readonly<Record<Name, unknown>>) => Promise<QueryResult<Row>> {
  const compiled = build((name) => new Place(name) as never).compile()
  return (values) => {
    const parameters = compiled.parameters.map((one) =>
      one instanceof Place ? values[one.name as Name] : one,
    )
    return db.executeQuery({ ...compiled, parameters })
  }
}
