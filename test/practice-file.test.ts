import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { factsOf, gapsOf, NO_PRACTICE } from '../src/bot/practice.ts'
import { rolesOf } from '../src/bot/roles.ts'
import { loadPractice, parsePractice } from '../src/practice-file.ts'
import { refusalOf } from './refusal.ts'

const root = mkdtempSync(join(tmpdir(), 'chaperone-practice-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('practice.example.yml', () => {
  const path = resolve(import.meta.dirname, '../practice.example.yml')
  const source = readFileSync(path, 'utf8')

  it('loads, and leaves nothing missing', () => {
    const { practice, gaps, found } = loadPractice({ path, explicit: true })
    expect(found).toBe(true)
    expect(gaps).toEqual([])
    expect(practice).toMatchObject({
      name: 'Maple Street Dental',
      timeZone: 'America/Chicago',
      states: ['TX'],
      phones: ['512-555-0142', '(512) 555-0143'],
      tone: 'warm',
    })
    expect(factsOf(practice).staff).toEqual([
      'Dr. Maria Rivera',
      'Dr. Maria Rivera, DDS, FAGD',
      'Dr. Mia',
      'Bella Ortiz',
      'Bella Ortiz, RDH',
      'Bella',
      'Miss Bella',
      'Grace Kim',
    ])
    expect(rolesOf(practice, 'web', 'this-machine')).toContain('admin')
    expect(rolesOf(practice, 'slack', 'U045EF6GH')).toContain('privacy officer')
  })

  it('has a comment on each line', () => {
    const bare = source.split('\n').filter((line) => line.trim() !== '' && !/(^|\s)# ?\S/.test(line))
    expect(bare).toEqual([])
  })

  it('shows every key there is', () => {
    const all =
      'name timeZone states staff phones addresses emails handles urls services platforms tone policy remindAfter digest approval strictness retention roles'
    for (const key of all.split(' ')) expect(source).toMatch(new RegExp(`^${key}:`, 'm'))
  })
})

describe('a practice file', () => {
  const parse = (source: string) => parsePractice(source, 'practice.yml')

  it('needs a name and nothing else', () => {
    const practice = parse('name: Maple')
    expect(practice).toMatchObject({ written: true, name: 'Maple', staff: [], timeZone: 'America/New_York' })
    expect(gapsOf(practice)).toHaveLength(8)
  })

  it('may have Windows line ends, a byte-order mark, quotes and blank keys', () => {
    const practice = parse('\ufeffname: "Maple"\r\nphones:\r\nstates: texas\r\nstaff: Dr. Who\r\n')
    expect(practice).toMatchObject({ name: 'Maple', phones: [], states: ['TX'], staff: ['Dr. Who'] })
  })

  it('says how long a go-ahead holds and who may post where, and has its own where it says nothing', () => {
    expect(parse('name: A').approval).toEqual({ days: 14, coolingHours: 12, nextAfter: 240, posters: [] })
    const source = 'name: A\napproval:\n  days: 7\n  posters:\n    - people: slack:U1\n      platforms: yelp'
    expect(parse(source).approval).toEqual({
      days: 7,
      coolingHours: 12,
      nextAfter: 240,
      posters: [{ platforms: ['yelp'], handles: [], people: [{ surface: 'slack', id: 'U1' }] }],
    })
  })

  it('keeps numbers as they are written', () => {
    const practice = parse(
      'name: 123\nphones: [+13035550100, 030 1234567, 3035550100]\nservices: [3D, no, 1e3]',
    )
    expect(practice.name).toBe('123')
    expect(practice.phones).toEqual(['+13035550100', '030 1234567', '3035550100'])
    expect(practice.services).toEqual(['3D', 'no', '1e3'])
  })

  it('cannot be changed afterwards', () => {
    const practice = parse('name: Maple\nstaff: [Dr. Who]')
    expect(() => (practice.staff as string[]).push('x')).toThrow()
    expect(() => Object.assign(practice.roster[0] as object, { name: 'x' })).toThrow()
  })

  it.each<[string, string]>([
    [
      'name: A\ntimeZone: "Texas"',
      'practice.yml line 2: timeZone: "Texas" is not a time zone; write one like America/Chicago',
    ],
    [
      'name: A\ntimeZone: EST',
      'practice.yml line 2: timeZone: "EST" is not a time zone; write one like America/Chicago',
    ],
    [
      'name: A\n\n# zones\ntimezone: America/Chicago',
      'practice.yml line 4: timezone is not known here; write timeZone',
    ],
    ['states: [TX]', 'practice.yml line 1: name: is missing'],
    ['name:', 'practice.yml line 1: name: is empty'],
    ['name: [A, B]', 'practice.yml line 1: name: is expected to be plain words'],
    ['name: A\nname: B', 'practice.yml line 2: this key stands in the file twice; put both together'],
    ['name: A\n\tstates: TX', 'practice.yml line 2: begins with a tab; indent with spaces'],
    ['name: A\n---\nname: B', 'practice.yml line 2: a second document begins here; take the line --- away'],
    [
      'name: A\nstates:\n  - TX\n  - Bavaria',
      'practice.yml line 4: states: "Bavaria" is not a State; write its two letters, like TX',
    ],
    ['name: A\nphones: [12]', 'practice.yml line 2: phones: "12" is not a phone number'],
    ['name: A\nemails: [front desk]', 'practice.yml line 2: emails: "front desk" is not an e-mail address'],
    [
      'name: A\nhandles: ["@a b"]',
      'practice.yml line 2: handles: "@a b" is not a handle, like @maplestreetsmiles',
    ],
    ['name: A\nurls: [our page]', 'practice.yml line 2: urls: "our page" is not a web address'],
    ['name: A\ntone: loud', 'practice.yml line 2: tone: "loud" is not one of: warm, neutral, formal'],
    [
      'name: A\nstaff:\n  - name: B\n    role: boss',
      'practice.yml line 4: staff.role: "boss" is not one of: staff, reviewer, manager, privacy officer, admin',
    ],
    ['name: A\nstaff:\n  - nicknames: B', 'practice.yml line 3: staff.name: is missing'],
    [
      'name: A\nstaff:\n  - name: B\n    nick: C',
      'practice.yml line 4: staff.nick is not known here; known are name, nicknames, credentials, role, ids',
    ],
    [
      'name: A\nstaff:\n  - [B]',
      'practice.yml line 3: staff: is expected to be a name, or lines with name: and what else is known of that person',
    ],
    [
      'name: A\nstaff: { name: B }',
      'practice.yml line 2: staff: is expected to be a list; begin the line of each entry with "- "',
    ],
    [
      'name: A\nstaff:\n  - name: B\n    ids: { slak: U1 }',
      'practice.yml line 4: staff.ids.slak is not known here; known are web, terminal, slack, teams',
    ],
    [
      'name: A\nstaff:\n  - name: B\n    ids: U1',
      'practice.yml line 4: staff.ids: is expected to be surfaces with an id each, like "slack: U012AB3CD"',
    ],
    [
      'name: A\nstaff:\n  - name: B\n    ids: { slack: U1 }\n  - name: C\n    ids: { slack: U1 }',
      'practice.yml line 6: staff.ids.slack: "U1" is already the id of B; one id is one person',
    ],
    [
      'name: A\nroles: { boss: [slack:U1] }',
      'practice.yml line 2: roles.boss is not known here; known are staff, reviewer, manager, privacy officer, admin',
    ],
    [
      'name: A\nroles:\n  manager:\n    - U1',
      'practice.yml line 4: roles.manager: "U1" is not a person; write surface and id, like slack:U012AB3CD',
    ],
    [
      'name: A\nroles: manager',
      'practice.yml line 2: roles: is expected to be roles, each with a list of people like slack:U012AB3CD',
    ],
    [
      'name: A\nstrictness:\n  - rule: claims/nonsense\n    level: mute\n    reason: R\n    by: B',
      'practice.yml line 3: strictness.rule: there is no rule claims/nonsense; docs/rules.md lists them',
    ],
    [
      'name: A\nstrictness:\n  - rule: confirms/visit\n    level: mute\n    reason: R\n    by: B',
      'practice.yml line 4: strictness.level: confirms/visit is a red line; it can be turned up to stop, not down',
    ],
    [
      'name: A\nstrictness:\n  - rule: identifier/ssn\n    level: caution\n    reason: R\n    by: B',
      'practice.yml line 4: strictness.level: identifier/ssn is a red line; it can be turned up to stop, not down',
    ],
    [
      'name: A\nstrictness:\n  - rule: claims/painless\n    level: off\n    reason: R\n    by: B',
      'practice.yml line 4: strictness.level: "off" is not one of: stop, needs_authorization, caution, mute',
    ],
    [
      'name: A\nstrictness:\n  - rule: claims/painless\n    level: mute\n    by: B',
      'practice.yml line 3: strictness.reason: is missing',
    ],
    [
      'name: A\nstrictness:\n  - rule: claims/painless\n    level: mute\n    reason: R',
      'practice.yml line 3: strictness.by: is missing',
    ],
    [
      'name: A\nstrictness:\n  - rule: painless\n    level: mute\n    reason: R\n    by: B',
      'practice.yml line 3: strictness.rule: "painless" is not the id of a rule, like claims/painless; docs/rules.md lists them',
    ],
    [
      'name: A\napproval: { days: 0 }',
      'practice.yml line 2: approval.days: is expected to be from 1 to 90 days',
    ],
    [
      'name: A\napproval: { nextAfter: soon }',
      'practice.yml line 2: approval.nextAfter: is expected to be a number of minutes',
    ],
    ['name: A\napproval:\n  day: 3', 'practice.yml line 3: approval.day is not known here; write days'],
    [
      'name: A\napproval:\n  posters:\n    - person: [slack:U1]',
      'practice.yml line 4: approval.posters.person is not known here; known are platforms, handles, people',
    ],
    [
      'name: A\napproval:\n  posters:\n    - people: [Bella]',
      'practice.yml line 4: approval.posters.people: "Bella" is not a person; write surface and id, like slack:U012AB3CD',
    ],
    ['states: [X]\ntone: loud', 'practice.yml line 1: name: is missing (and 2 more below)'],
    [
      '"\\e[31mred": 1\nname: A',
      'practice.yml line 1: ?[31mred is not known here; known are name, timeZone, states, staff, phones, addresses, emails, handles, urls, services, platforms, tone, policy, remindAfter, digest, approval, strictness, retention, roles',
    ],
    ['just words', 'practice.yml does not begin with a key, like "name: Maple Street Dental"'],
    ['- a\n- b', 'practice.yml does not begin with a key, like "name: Maple Street Dental"'],
    ['', 'practice.yml is empty; practice.example.yml shows what belongs there'],
    [' \n# only a comment\n', 'practice.yml is empty; practice.example.yml shows what belongs there'],
    [
      'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]',
      'practice.yml refers to itself too often; write the values out instead of & and *',
    ],
  ])('%j is refused with one line', (source, line) => {
    expect(refusalOf(() => parse(source), 'practice_invalid')).toBe(line)
  })

  it.each([
    ['unclosed bracket', 'name: [A'],
    ['unclosed quote', 'name: "A'],
    ['brackets without end', `name: ${'['.repeat(20_000)}`],
    ['an unknown tag', 'name: !!js/function "x"'],
    ['a complex key', '? [a]\n: b\nname: A'],
    ['a prototype key', '"__proto__": { polluted: yes }\nname: A'],
  ])('%s is refused with one line', (_what, source) => {
    expect(refusalOf(() => parse(source), 'practice_invalid')).toMatch(/^practice\.yml line \d+: /)
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
  })
})

describe('the practice file on disk', () => {
  const put = (name: string, content: string | Uint8Array) => {
    const path = join(root, name)
    writeFileSync(path, content)
    return path
  }

  it('may be absent where nobody named it: a start goes on and says what is missing', () => {
    const loaded = loadPractice({ path: join(root, 'absent.yml'), explicit: false })
    expect(loaded).toMatchObject({ practice: NO_PRACTICE, found: false })
    expect(loaded.gaps[0]).toContain('No staff names')
    expect(loaded.gaps).toHaveLength(7)
  })

  it.each<[string, string, () => string]>([
    ['a file that somebody named and is absent', 'is not there', () => join(root, 'absent.yml')],
    ['an empty file', 'is empty', () => put('empty.yml', '')],
    [
      'a file of a megabyte and more',
      'is larger than 1024 KB',
      () => put('huge.yml', `name: ${'x'.repeat(1_100_000)}`),
    ],
    ['a picture', 'is not a text file', () => put('binary.yml', Buffer.from([0x89, 0x50, 0, 1, 2, 0xff]))],
    ['UTF-16', 'is saved as UTF-16', () => put('utf16.yml', Buffer.from('\ufeffname: A', 'utf16le'))],
    [
      'Latin-1',
      'line 2: holds a character that is not UTF-8',
      () => put('latin1.yml', Buffer.from('name: A\nstaff: [Zo\xeb]', 'latin1')),
    ],
    ['a folder', 'is not a file', () => root],
    ['a device without end', 'is not a file', () => '/dev/zero'],
  ])('%s gets one line that says so', (_what, says, path) => {
    const given = path()
    const line = refusalOf(() => loadPractice({ path: given, explicit: true }), 'practice_invalid')
    expect(line.startsWith(`${given} ${says}`)).toBe(true)
  })

  it('may not be a pipe, which could keep a start waiting for ever', () => {
    const path = join(root, 'pipe.yml')
    execFileSync('mkfifo', [path])
    expect(refusalOf(() => loadPractice({ path, explicit: false }), 'practice_invalid')).toContain(
      'is not a file',
    )
  })

  it.skipIf(process.getuid?.() === 0)('that may not be read gets one line that says so', () => {
    const path = put('closed.yml', 'name: A')
    chmodSync(path, 0)
    expect(refusalOf(() => loadPractice({ path, explicit: false }), 'practice_invalid')).toContain('EACCES')
  })

  it('in a folder that is a file gets one line that says so', () => {
    const path = join(put('file', ''), 'practice.yml')
    expect(refusalOf(() => loadPractice({ path, explicit: false }), 'practice_invalid')).toContain('ENOTDIR')
  })
})
