import { UNREAD } from '../copy.ts'
import type { Found } from '../tally.ts'
import { nameOf, type Report } from './model.ts'

/** One object, written in pieces: the list can be long. Posts in which nothing was found are counted, not listed. */
export function* jsonReport(report: Report): Generator<string> {
  const { tally, files } = report
  const head = {
    practice: report.practice ?? null,
    made: report.made,
    since: report.since ?? null,
    posts: tally.posts,
    from: tally.first ?? null,
    to: tally.last ?? null,
    verdicts: tally.verdicts,
    months: Object.fromEntries([...tally.months].sort()),
    platforms: Object.fromEntries(tally.platforms),
    categories: Object.fromEntries(tally.categories),
    unread: tally.unread,
    wordless: tally.wordless,
    unanswered: tally.unanswered,
    before: tally.before,
    repeated: tally.twice,
    undated: tally.undated,
    others: report.others,
    files: files.map(({ name, format, bytes, hash }) => ({ name, format, bytes, sha256: hash })),
    leftOut: report.leftOut.map((each) => ({ file: nameOf(each), why: each.why })),
  }
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`
  let first = true
  for (const found of report.found) {
    yield `${first ? '' : ','}${JSON.stringify(itemOf(found, report))}`
    first = false
  }
  yield '],"notRead":['
  first = true
  for (const { file, at, why, day, platform, url } of tally.missed) {
    const item = {
      file: files[file]?.name,
      at,
      why,
      message: UNREAD[why],
      date: day ?? null,
      platform: platform ?? null,
      url: url ?? null,
    }
    yield `${first ? '' : ','}${JSON.stringify(item)}`
    first = false
  }
  yield ']}\n'
}

function itemOf(found: Found, { files }: Report) {
  return {
    verdict: found.verdict,
    date: found.day ?? null,
    platform: found.platform,
    kind: found.kind,
    url: found.url ?? null,
    id: found.id ?? null,
    ...(found.hidden && { hidden: found.hidden }),
    ...(found.excerpt && { quotes: found.excerpt.filter(({ marked }) => marked).map(({ words }) => words) }),
    places: found.places,
    findings: found.reasons.map(({ reason: { rule, message, why, instead, law }, category, severity }) => {
      return { rule, category, severity, message, why, instead, law }
    }),
    file: files[found.file]?.name,
    at: found.at,
  }
}
