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
      'the signed authorization that the post relies on, by your code or its number (several: with commas); what it covers becomes a note',
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
    .option('--authorization <REF>', 'as with check: what the signed form covers need not be rewritten')

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

  add(
    'incident',
    'report something that went out; list, show ID or export ID what was reported',
    async (args, io) => {
      const [action, id, options] = args as [
        string | undefined,
        string | undefined,
        import('./incident/incident.ts').IncidentOptions,
      ]
      return (await import('./incident/incident.ts')).runIncident(action, id, options, io)
    },
  )
    .argument('[ACTION]', 'report, list, show or export')
    .argument('[ID]', 'the number of the report, like INC-2026-0001')
    .option('--out <DIR>', 'where export writes its files (default: a folder named after the number)')
  add('training', 'who took which training when: add one, or list them', async (args, io) => {
    const [action, options] = args as [string | undefined, import('./training/training.ts').TrainingOptions]
    return (await import('./training/training.ts')).runTraining(action, options, io)
  })
    .argument('[ACTION]', 'add or list; list ends with 1 where somebody has none of the last year')
    .option('--who <NAME>', 'as under "staff" in the practice file')
    .option('--topic <WORDS>', 'what it was about')
    .option('--on <D>', 'the day it was taken, like 2026-01-31')
  add('digest', 'what needs the managers today, and yesterday in numbers', async (args, io) => {
    const [options] = args as [import('./digest.ts').DigestOptions]
    return (await import('./digest.ts')).runDigest(options, io)
  })
    .option('--date <D>', 'of this day, like 2026-01-31 (default: today, in the time zone of the practice)')
    .option('--dry-run', 'show it and send nothing')
  add('approval', 'a second pair of eyes before something goes out', async (args, io) => {
    const [action, subject, options] = args as [
      string | undefined,
      string | undefined,
      import('./approval/options.ts').ApprovalOptions,
    ]
    return (await import('./approval/approval.ts')).runApproval(action, subject, options, io)
  })
    .argument(
      '[ACTION]',
      'list, show, ask, approve, changes, accept, decline, withdraw, rework, plan, publish, online or down',
    )
    .argument('[ID]', 'a number like APR-2026-0001; with ask the draft, or - for standard input')
    .option('--as <ID>', 'who you are: an id under terminal: in the practice file (default: command-line)')
    .addOption(new Option('--kind <K>', 'ask: what it is; left out: worked out').choices(KINDS))
    .addOption(new Option('--platform <P>', 'ask: where it goes').choices(PLATFORMS))
    .addOption(new Option('--account <A>', 'ask: from which account').choices(ACCOUNTS))
    .option('--handle <HANDLE>', 'ask: which account there, where the practice has several')
    .option('--replying-to <TEXT>', 'ask: the review or comment that is being answered')
    .option('--authorization <REF...>', 'ask: codes of the signed forms that it relies on')
    .option(
      '--photo <FILE...>',
      'ask: photos that go with it, and a go-ahead is for these alone; publish: those that went out',
    )
    .option('--note <WORDS>', 'ask: for whoever looks at it; changes: what should change')
    .option('--text <TEXT>', 'changes, rework: the new words; publish: the words as they went out')
    .option('--reason <WORDS>', 'decline: why')
    .option('--looked', 'approve, changes: you looked at what could not be checked')
    .option('--at <TIME>', 'plan: when it goes out, in the time of the practice, like "2026-11-23 09:30"')
    .option('--url <URL>', 'publish, online: the link to it')
    .option('--revision <N>', 'only if the words are still those of this revision (show --json says which)')

  add('authorization', 'the register of signed forms', async (args, io) => {
    const [action, rest, options] = args as [
      string | undefined,
      string[],
      import('./authorization/authorization.ts').AuthorizationOptions,
    ]
    return (await import('./authorization/authorization.ts')).runAuthorization(action, rest, options, io)
  })
    .argument(
      '[ACTION]',
      'add CODE, list, show REF, renew REF, revoke REF, ended REF (its event happened), published REF, down REF N (that post is gone), photos REF, import FILE.csv',
    )
    .argument('[REST...]', 'your own code for the form (never a name), its number, or the file')
    .option('--subject <S>', 'who is shown: patient, minor, staff or deceased')
    .option('--content <LIST>', 'what it covers: photo, video, words')
    .option('--areas <LIST>', 'body areas that it names')
    .option('--platforms <LIST>', 'platforms that it names, or all; with list and published: one of them')
    .option('--purpose <TEXT>', 'what for')
    .option('--signer <S>', 'who signed: patient, parent or representative')
    .option('--authority <TEXT>', 'by what right a representative signs, as the form describes it')
    .option('--signed-on <DATE>', 'day of the signature')
    .option('--expires <END>', 'the day, or in words the event, at which it ends; "indefinite" is refused')
    .option('--comes-of-age <DATE>', 'of a minor: from which day on their own signature is needed')
    .option('--remuneration <R>', 'whether somebody pays for this: none, stated (on the form) or not_stated')
    .option('--copy-given <YES>', 'whether the signer got a copy: yes or no')
    .option('--paper <TEXT>', 'where the signed paper is kept')
    .option(
      '--lacks <LIST>',
      'what the form lacks: none, or of information, discloser, recipient, purpose, expiration, signature, revocation, conditioning, redisclosure, plain, combined, conditioned, untrue',
    )
    .option('--on <DATE>', 'with revoke and ended: the day (default: today)')
    .option('--url <URL>', 'with published: the link of the post')
    .option(
      '--fingerprint <LIST>',
      'with photos: what photo --json says of one picture, to tie it to the form',
    )
    .option('--needs', 'with list: what somebody has to see to')
    .option('--template', 'with import: print a sheet to fill in')

  add(
    'verify-audit',
    'prove that the audit trail is whole, or name the first bad record',
    async (args, io) => {
      const [options] = args as [import('./verify-audit.ts').VerifyOptions]
      return (await import('./verify-audit.ts')).runVerifyAudit(options, io)
    },
  ).option(
    '--head <HEAD>',
    'a head that was kept (log, digest, earlier run): shows also an end that was cut off',
  )

  add(
    'export',
    'the packet an auditor asks for: numbers, register, trail and its proof, and no words of a draft',
    async (args, io) => {
      const [options] = args as [import('./export/export.ts').ExportOptions]
      return (await import('./export/export.ts')).runExport(options, io)
    },
  )
    .option('--from <D>', 'first day, in the time zone of the practice, like 2026-01-01')
    .option('--to <D>', 'last day')
    .option('--out <DIR>', 'where it writes its files')

  add('backup', 'write everything to one file, also while Chaperone runs', async (args, io) => {
    const [file, options] = args as [string, Common]
    return (await import('./upkeep/backup.ts')).runBackup(file, options, io)
  }).argument('<FILE>', 'a file that is not there yet')

  add(
    'restore',
    'put a backup in the place of the data; what was there stays beside it',
    async (args, io) => {
      const [file, options] = args as [string, Common]
      return (await import('./upkeep/restore.ts')).runRestore(file, options, io)
    },
  ).argument('<FILE>', 'what backup wrote')

  add('rotate-key', 'seal everything anew with a new key', async (args, io) => {
    const [options] = args as [Common]
    return (await import('./upkeep/rotate-key.ts')).runRotateKey(options, io)
  })

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
