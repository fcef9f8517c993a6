import { Command, Option } from 'commander'
import { ACCOUNTS, KINDS, PLATFORMS } from '../rules/vocabulary.ts'
import type { Common, Io } from './io.ts'

/** What an action needs to run; docs are written from the program without it. */
export interface Running {
  io: Io
  /** Called once, with the exit code. */
  exit(code: number): void
}

/**
 * All commands with their options. Each action loads its own code, so that `check` does not pay for the
 * server. scripts/gen.ts writes docs/cli.md from this.
 */
export function buildProgram(running?: Running): Command {
  const program = new Command('chaperone')
    .description('Reads a post or a reply before it goes out, and says what in it would disclose a patient.')
    .showSuggestionAfterError(false)
    .helpCommand(false)

  function add(name: string, about: string, run: (args: unknown[], io: Io) => Promise<number>): Command {
    return program
      .command(name)
      .description(about)
      .option('--json', 'one JSON object on standard output, and nothing else there')
      .option('--practice <FILE>', 'what Chaperone knows about your practice (default: practice.yml)')
      .action(async (...args: unknown[]) => running?.exit(await run(args, running.io)))
  }

  add('check', 'check a draft: TEXT, or - to read it from standard input', async (args, io) => {
    const [text, options] = args as [string | undefined, import('./check/check.ts').CheckOptions]
    return (await import('./check/check.ts')).runCheck(text, options, io)
  })
    .argument('[TEXT]', 'the draft, or - for standard input')
    .addOption(new Option('--kind <K>', 'what it is; left out: worked out').choices(KINDS))
    .addOption(new Option('--platform <P>', 'where it goes').choices(PLATFORMS))
    .addOption(new Option('--account <A>', 'from which account').choices(ACCOUNTS))
    .option('--replying-to <TEXT>', 'the review or comment that is being answered')
    .option(
      '--authorization <REF>',
      'the signed authorization that the post relies on; it is not looked up yet, and a note says so',
    )
    .option(
      '--jsonl',
      'one draft a line on standard input, one verdict a line on standard output; the other options hold for ' +
        'lines that do not say; exit code 2 when a line could not be checked, its error stands in its place',
    )

  add(
    'photo',
    'check photos and short videos: faces, people, screens, words, and what the file tells',
    async (args, io) => {
      const [files, options] = args as [string[], import('./photo/photo.ts').PhotoOptions]
      return (await import('./photo/photo.ts')).runPhoto(files, options, io)
    },
  )
    .argument('<FILE...>', 'JPEG, PNG, HEIC, WebP, GIF, AVIF, MP4, MOV or WebM')
    .option('--clean <DIR>', 'write a copy of each without what the file tells; no file is written over')
    .option('--blur <WHAT>', 'cover in the copies: some of faces,people,screens,text, with commas between')
    .option('--authorization <REF>', 'as with check')

  add('rewrite', 'a version that passes the same check, or none', async (args, io) => {
    const [text, options] = args as [string | undefined, import('./rewrite.ts').RewriteOptions]
    return (await import('./rewrite.ts')).runRewrite(text, options, io)
  })
    .argument('[TEXT]', 'the draft, or - for standard input')
    .addOption(new Option('--kind <K>', 'what it is; left out: worked out').choices(KINDS))
    .addOption(new Option('--platform <P>', 'where it goes').choices(PLATFORMS))
    .addOption(new Option('--account <A>', 'from which account').choices(ACCOUNTS))
    .option('--replying-to <TEXT>', 'the review or comment that is being answered')
    .option('--authorization <REF>', 'as with check')

  add(
    'ask',
    'answer a question from the knowledge base, with sources, or say that it does not know',
    async (args, io) => {
      const [question, options] = args as [string[], import('./ask/ask.ts').AskOptions]
      return (await import('./ask/ask.ts')).runAsk(question, options, io)
    },
  )
    .argument('[QUESTION...]', 'the question')
    .option(
      '--jsonl',
      'one question a line on standard input, {"id", "q"}, one answer a line on standard output; exit code 2 when ' +
        'a line could not be read, 1 when a question has no answer',
    )

  add(
    'audit',
    'check posts that are already online, and write a report; after an interruption the same command goes on where it stopped',
    async (args, io) => {
      const [files, options] = args as [string[], import('./audit.ts').AuditOptions]
      return (await import('./audit.ts')).runAudit(files, options, io)
    },
  )
    .argument(
      '<FILE...>',
      'CSV, JSONL, Google reviews from Takeout, or the export of an Instagram or Facebook account (JSON): file, folder, .zip',
    )
    .option('--out <FILE>', 'the report, ending in .md, .csv or .html (default: audit-report.md)')
    .option('--force', 'write over a report that is there already')
    .addOption(new Option('--platform <P>', 'where posts stood whose file does not say').choices(PLATFORMS))
    .option('--since <DATE>', 'only posts from this day on, like 2026-01-31')
    .option('--no-quotes', 'a report that does not repeat the words of posts')

  add(
    'remarks',
    'what staff said about findings ("Not a problem", "Post it all the same"), names and numbers taken out',
    async (args, io) => {
      const [options] = args as [import('./remarks.ts').RemarksOptions]
      return (await import('./remarks.ts')).runRemarks(options, io)
    },
  ).option('--since <DATE>', 'from this day on (UTC), like 2026-01-31')

  add('deadlines', 'the clocks of a breach: who has to be told by when, and why', async (args, io) => {
    const [options] = args as [import('./deadlines/deadlines.ts').DeadlinesOptions]
    return (await import('./deadlines/deadlines.ts')).runDeadlines(options, io)
  })
    .option('--discovered <DATE>', 'when the practice first knew, or was told, like 2026-03-10')
    .option('--people <N>', 'how many people are affected, or "unknown"')
    .option('--state <ST=N...>', 'how many of them live in which State, like TX=12; once for each State')
    .option('--agent-discovered <DATE>', 'when an agent of the practice first knew')
    .option('--found-by-business-associate', 'a business associate found it and told the practice')
    .option('--hold-until <DATE>', 'until when law enforcement asked in writing to wait')
    .option('--oral-hold <DATE>', 'when law enforcement asked orally to wait: 30 days at most')
    .option('--today <DATE>', 'reckon as on this day (default: today, in the time zone of the practice)')

  add('incident', 'what was reported: list, show ID, or export ID', async (args, io) => {
    const [action, id, options] = args as [
      string | undefined,
      string | undefined,
      import('./incident/incident.ts').IncidentOptions,
    ]
    return (await import('./incident/incident.ts')).runIncident(action, id, options, io)
  })
    .argument('[ACTION]', 'list, show or export')
    .argument('[ID]', 'the number of the report, like INC-2026-0001')
    .option('--out <DIR>', 'where export writes its files (default: a folder named after the number)')

  add('doctor', 'what is configured, what is not, and what that means', async (args, io) => {
    const [options] = args as [Common]
    return (await import('./doctor/doctor.ts')).runDoctor(options, io)
  })

  add('serve', 'start the chat page and every other surface that is configured', async (args, io) => {
    const [options] = args as [Common]
    return (await import('./serve.ts')).runServe(options, io)
  })

  return program
}
