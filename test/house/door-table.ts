/** Which room a file of src stands in, and for a skill or an adapter which one. */
export interface Place {
  room: 'rules' | 'knowledge' | 'bot' | 'skills' | 'adapters' | 'main'
  part: string
}

/** One row of the table of doors. What is not named is closed. */
export interface Doors {
  rooms: readonly string[]
  /** Rooms from which only types may come: they are gone before the program runs. */
  types?: readonly string[]
  /** 'declared': any of package.json's dependencies. */
  packages: readonly string[] | 'declared'
  /** Files that may import node:*, or 'all'. */
  node: readonly string[] | 'all'
  advice: { node: string; package: string; room: string }
}

export const DOORS: Readonly<Record<Exclude<Place['room'], 'main'>, Doors>> = {
  rules: {
    rooms: ['rules'],
    packages: [],
    node: [],
    advice: {
      node: 'Rules are pure: let src/knowledge/load.ts read the file and hand the data in.',
      package:
        'Rules are pure: write the few lines that you need in src/rules, or let the caller hand data in.',
      room: 'Rules know their kit and the data handed to them: take what you need as an argument.',
    },
  },
  knowledge: {
    rooms: ['knowledge'],
    types: ['rules'],
    packages: ['zod', 'yaml', 'minisearch'],
    node: ['src/knowledge/load.ts'],
    advice: {
      node: 'Only src/knowledge/load.ts reads files: let it read, and take the text as an argument.',
      package:
        'The reading room uses zod, yaml and minisearch alone: do without, or read it elsewhere and hand it in.',
      room: 'The reading room serves the others and knows none of them: let the caller hand in what is needed.',
    },
  },
  bot: {
    rooms: ['bot'],
    packages: ['zod'],
    node: [],
    advice: {
      node: 'The hall knows no machine: describe what you need in src/bot/ports.ts and write an adapter for it.',
      package:
        'The hall knows no SDK: describe what you need in src/bot/ports.ts and write an adapter for it.',
      room: 'The hall knows events and replies alone: let main hand the rest in.',
    },
  },
  skills: {
    rooms: ['bot', 'rules', 'knowledge'],
    // The hall's dialogs say with zod how an answer is read (src/bot/flow/flow.ts).
    packages: ['zod'],
    node: [],
    advice: {
      node: 'A skill reaches the world through ports: add what you need to src/bot/ports.ts.',
      package: 'A skill reaches the world through ports: add what you need to src/bot/ports.ts.',
      room: 'A skill takes words in and returns replies: let main hand in what it needs, as a port.',
    },
  },
  adapters: {
    rooms: ['bot'],
    packages: 'declared',
    node: 'all',
    advice: {
      node: '',
      package:
        'Only what stands under "dependencies" in package.json is there when Chaperone runs: add it there.',
      room: 'An adapter knows the types of the hall and its own SDK: let main hand in the rest.',
    },
  },
}
/** The part of the hall that runs skills and adapters. They are called by it and never call it. */
export const STAGE = ['src/bot/pipeline.ts', 'src/bot/router.ts']
