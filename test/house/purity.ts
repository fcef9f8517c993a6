import type { Token } from './source/lexer.ts'
import type { Tree } from './tree.ts'

/** Something that must not be reached for in some places: clock, chance, environment, console. */
interface Ban {
  where: RegExp
  except?: RegExp
  /** Each pattern is a row of tokens; '*' stands for any one. */
  tokens: readonly string[]
  advice: string
}

const CLOCK = 'Time is a port: take `clock.now()` (or the time itself) as an argument.'
const CHANCE = 'Chance is a port: take `ids.next()` (or the value itself) as an argument.'
const PURE = /^src\/(bot|skills|rules)\//
/** The loose files of src and the command line put the house together; they hand in what the others need. */
const WIRING = /^src\/[^/]+\.ts$|^src\/cli\//

const BANS: readonly Ban[] = [
  {
    where: PURE,
    tokens: ['Date . now', 'new Date ( )', 'performance . now', 'Temporal . Now'],
    advice: CLOCK,
  },
  {
    where: PURE,
    tokens: ['setTimeout (', 'setInterval ('],
    advice: 'Time is a port: wait with `clock.sleep(ms)`.',
  },
  {
    where: PURE,
    tokens: ['Math . random', 'crypto . randomUUID', 'crypto . getRandomValues'],
    advice: CHANCE,
  },
  {
    where: PURE,
    tokens: ['fetch ('],
    advice: 'The network is outside: describe a port in src/bot/ports.ts and write an adapter.',
  },
  {
    where: /^src\//,
    except: WIRING,
    tokens: ['process . env', "process [ 'env'", '= process', 'process , env', 'env } from node:process'],
    advice: 'The environment is read once, by src/config.ts: take what you need as an argument.',
  },
  {
    where: /^src\//,
    except: /^src\/cli(\.ts$|\/)/,
    tokens: ['console .', 'console [', '= console'],
    advice:
      'Only the command line prints: log through the log port, whose fields cannot hold what a person typed.',
  },
]

export function purityProblems(tree: Tree): string[] {
  return tree.under('src').flatMap(({ path, tokens }) => {
    if (!/\.(ts|js)$/.test(path)) return []
    const bans = BANS.filter(({ where, except }) => where.test(path) && except?.test(path) !== true)
    return bans.flatMap(({ tokens: rows, advice }) =>
      rows.flatMap((row) =>
        places(tokens(), row.split(' ')).map(
          (line) => `${path}:${line} uses ${row.replaceAll(' ', '')}. ${advice}`,
        ),
      ),
    )
  })
}

function places(tokens: readonly Token[], row: readonly string[]): number[] {
  const lines: number[] = []
  for (let i = 0; i < tokens.length; i++) {
    // `context.process` and `ports.fetch(` are somebody's own; `globalThis.fetch(` is the thing itself.
    const member = tokens[i - 1]?.text === '.' && tokens[i - 2]?.text !== 'globalThis'
    const fits = row.every((text, k) => tokens[i + k]?.text === text.replaceAll("'", ''))
    const last = tokens[i + row.length]
    if (fits && !member && !(row[0] === '=' && last?.text === '.')) lines.push(tokens[i]?.line as number)
  }
  return lines
}
