import type { Finder, Hit, Matcher, Sight } from './kit.ts'

/** Hits of the first, where each of the others finds something in the same draft: words that mean little alone. */
export function beside(what: Matcher, ...others: readonly Matcher[]): Matcher {
  return (vocabulary) => {
    const find = what(vocabulary)
    const near = others.map((matcher) => matcher(vocabulary))
    return askedWith(find, (sight) => {
      const hits = find(sight)
      return hits.length > 0 && near.every((other) => other(sight).length > 0) ? hits : []
    })
  }
}

/** A finder of its own that the engine asks whenever it would ask the first. */
export function askedWith(first: Finder, find: (sight: Sight) => Hit[]): Finder {
  const finder: Finder = (sight) => find(sight)
  if (first.triggers !== undefined) finder.triggers = first.triggers
  return finder
}
