import { resolve } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'
import { refusalOf } from './refusal.ts'

const HEX = 'ab'.repeat(32)
const GUID = '00000000-1111-2222-3333-444444444444'
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1-abc', SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5' }
const MANAGED = {
  MICROSOFT_APP_ID: GUID,
  MICROSOFT_APP_TENANT_ID: GUID,
  MICROSOFT_APP_TYPE: 'UserAssignedMSI',
}
const TEAMS = { MICROSOFT_APP_ID: GUID, MICROSOFT_APP_PASSWORD: 'pa55word~', MICROSOFT_APP_TENANT_ID: GUID }
const JIRA = {
  JIRA_URL: 'https://x.example',
  JIRA_USER: 'a@x.example',
  JIRA_TOKEN: 'tttttttt',
  JIRA_PROJECT: 'PRIV',
}

describe('the environment', () => {
  it('may be empty: everything has a value that is safe on one machine', () => {
    expect(readConfig({}, '/srv/app')).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      loopback: true,
      page: true,
      home: resolve('/srv/app/data'),
      key: undefined,
      logLevel: 'info',
      practice: { path: 'practice.yml', explicit: false },
      slack: undefined,
      teams: undefined,
      teamsAnonymous: false,
      model: undefined,
      jira: undefined,
      webhook: undefined,
      warnings: [],
    })
  })

  it('takes an empty or blank variable for one that is not there', () => {
    const blank = { PORT: '', HOST: '  ', CHAPERONE_HOME: '', CHAPERONE_PRACTICE: '', SLACK_BOT_TOKEN: '' }
    expect(readConfig(blank, '/srv')).toEqual(readConfig({}, '/srv'))
  })

  it.each<[object, object]>([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: ' 8080 ' }, { port: 8080 }],
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0', loopback: false, page: true }],
    [{ HOST: '::1' }, { loopback: true }],
    [{ HOST: 'localhost' }, { loopback: true }],
    [{ HOST: 'chaperone.example' }, { loopback: false }],
    [{ CHAPERONE_WEB: 'off' }, { page: false }],
    [{ CHAPERONE_HOME: '/var/lib/chaperone' }, { home: resolve('/var/lib/chaperone') }],
    [{ CHAPERONE_PRACTICE: 'p.yml' }, { practice: { path: 'p.yml', explicit: true } }],
    [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
    [{ TEAMS_ANONYMOUS: '1' }, { teamsAnonymous: true }],
    [TEAMS, { teams: { appId: GUID, tenantId: GUID } }],
    [MANAGED, { teams: { appId: GUID, tenantId: GUID, password: undefined } }],
    [
      { ...SLACK, SLACK_API_URL: 'https://slack-gov.com/api/' },
      { slack: { apiUrl: 'https://slack-gov.com/api/' } },
    ],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, { slack: { signingSecret: undefined } }],
    [{ ...SLACK, SLACK_API_URL: 'http://127.0.0.1:9000/api/' }, { slack: {} }],
    [{ ANTHROPIC_API_KEY: 'sk-ant-12345' }, { model: { baa: false, name: undefined, baseUrl: undefined } }],
    [{ ANTHROPIC_API_KEY: 'sk-ant-12345', CHAPERONE_MODEL_BAA: 'true' }, { model: { baa: true } }],
    [{ CHAPERONE_MODEL_BAA: 'false' }, { model: undefined }],
    [JIRA, { jira: { url: 'https://x.example', user: 'a@x.example', project: 'PRIV' } }],
    [{ TICKET_WEBHOOK_URL: 'https://x.example/h', TICKET_WEBHOOK_SECRET: 'sssssssss' }, { webhook: {} }],
    [
      { CHAPERONE_PRACTISE: 'p.yml', PATH: '/bin' },
      { warnings: [expect.stringMatching(/^CHAPERONE_PRACTISE /)] },
    ],
  ])('%j is taken', (env, expected) => {
    expect(readConfig(env as Record<string, string>, '/srv')).toMatchObject(expected)
  })

  it.each<[string, Record<string, string>]>([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '-1' }],
    ['HOST', { HOST: 'http://localhost' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'verbose' }],
    ['CHAPERONE_WEB', { CHAPERONE_WEB: 'no' }],
    ['CHAPERONE_KEY', { CHAPERONE_KEY: 'hunter2' }],
    ['CHAPERONE_KEY', { DATABASE_URL: 'postgres://u:p@db/x' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://u:p@db/x', CHAPERONE_KEY: HEX }],
    ['SLACK_SIGNING_SECRET', { SLACK_BOT_TOKEN: 'xoxb-1' }],
    ['SLACK_BOT_TOKEN', { SLACK_SIGNING_SECRET: SLACK.SLACK_SIGNING_SECRET }],
    ['SLACK_BOT_TOKEN', { SLACK_APP_TOKEN: 'xapp-1' }],
    ['SLACK_BOT_TOKEN', { SLACK_API_URL: 'https://slack-gov.com/api/' }],
    ['SLACK_BOT_TOKEN', { ...SLACK, SLACK_BOT_TOKEN: 'xoxp-user' }],
    ['SLACK_API_URL', { ...SLACK, SLACK_API_URL: 'http://slack.example/api/' }],
    ['MICROSOFT_APP_PASSWORD', { MICROSOFT_APP_ID: GUID, MICROSOFT_APP_TENANT_ID: GUID }],
    ['MICROSOFT_APP_TENANT_ID', { MICROSOFT_APP_ID: GUID, MICROSOFT_APP_PASSWORD: 'pa55word~' }],
    ['MICROSOFT_APP_ID', { MICROSOFT_APP_PASSWORD: 'pa55word~', MICROSOFT_APP_TENANT_ID: GUID }],
    ['MICROSOFT_APP_ID', { ...TEAMS, MICROSOFT_APP_ID: 'my app' }],
    ['MICROSOFT_APP_PASSWORD', { ...MANAGED, MICROSOFT_APP_PASSWORD: 'pa55word~' }],
    ['MICROSOFT_APP_PASSWORD', { ...MANAGED, MICROSOFT_APP_TYPE: 'SingleTenant' }],
    ['MICROSOFT_APP_TYPE', { ...TEAMS, MICROSOFT_APP_TYPE: 'MultiTenant' }],
    ['MICROSOFT_APP_TENANT_ID', { MICROSOFT_APP_ID: GUID, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }],
    ['TEAMS_ANONYMOUS', { TEAMS_ANONYMOUS: '1', HOST: '0.0.0.0' }],
    ['TEAMS_ANONYMOUS', { TEAMS_ANONYMOUS: '1', ...TEAMS }],
    ['TEAMS_ANONYMOUS', { TEAMS_ANONYMOUS: 'yes' }],
    ['ANTHROPIC_API_KEY', { ANTHROPIC_BASE_URL: 'https://api.example' }],
    ['ANTHROPIC_API_KEY', { CHAPERONE_MODEL_BAA: 'true' }],
    ['ANTHROPIC_API_KEY', { CHAPERONE_MODEL: 'some-model' }],
    ['ANTHROPIC_BASE_URL', { ANTHROPIC_API_KEY: 'sk-ant-12345', ANTHROPIC_BASE_URL: 'http://api.example' }],
    ['CHAPERONE_MODEL_BAA', { ANTHROPIC_API_KEY: 'sk-ant-12345', CHAPERONE_MODEL_BAA: '1' }],
    ['JIRA_TOKEN', { ...JIRA, JIRA_TOKEN: '' }],
    ['JIRA_PROJECT', { ...JIRA, JIRA_PROJECT: '' }],
    ['TICKET_WEBHOOK_SECRET', { TICKET_WEBHOOK_URL: 'https://x.example/h' }],
    ['TICKET_WEBHOOK_URL', { TICKET_WEBHOOK_URL: 'http://x.example/h', TICKET_WEBHOOK_SECRET: 'ssssssss' }],
  ])('stops the start with a line that begins with %s for %j', (name, env) => {
    const line = refusalOf(() => readConfig(env, '/srv'), 'config_invalid')
    expect(line.split(' ')[0]).toBe(name)
    expect(line.length).toBeLessThan(200)
  })

  it.each(['shhh', 'sesame', 'open it now'])('says what a signing secret looks like, and not %j', (wrong) => {
    const env = { ...SLACK, SLACK_SIGNING_SECRET: wrong }
    const line = refusalOf(() => readConfig(env, '/srv'), 'config_invalid')
    expect(line).toMatch(/^SLACK_SIGNING_SECRET .*32 characters, digits and letters from a to f/)
    expect(line).not.toContain(wrong)
  })

  it('counts what else is wrong', () => {
    const line = refusalOf(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' }, '/srv'), 'config_invalid')
    expect(line).toMatch(/\(and 1 more after this\)$/)
  })

  it('reads a key in hex and in base64', () => {
    const bytes = Buffer.alloc(32, 0xfb)
    for (const text of [bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url')]) {
      const { key } = readConfig({ CHAPERONE_KEY: text }, '/srv')
      expect(Buffer.from(key?.reveal() as Uint8Array).equals(bytes)).toBe(true)
    }
  })

  it('shows no secret, in no message and however the settings are printed', () => {
    const secrets = { ...SLACK, ...TEAMS, ...JIRA, CHAPERONE_KEY: HEX, ANTHROPIC_API_KEY: 'sk-ant-12345' }
    const config = readConfig(secrets, '/srv')
    const printed = `${inspect(config, { depth: 9, showHidden: true })} ${JSON.stringify(config)} ${config.slack && String(config.slack.botToken)}`
    const wrong = [
      refusalOf(() => readConfig({ CHAPERONE_KEY: 'hunter2-hunter2' }, '/srv'), 'config_invalid'),
      refusalOf(() => readConfig({ ...SLACK, SLACK_BOT_TOKEN: 'hunter2-hunter2' }, '/srv'), 'config_invalid'),
      refusalOf(() => readConfig({ DATABASE_URL: 'mysql://hunter2@db' }, '/srv'), 'config_invalid'),
      refusalOf(
        () => readConfig({ TICKET_WEBHOOK_URL: 'http://x.example/hunter2' }, '/srv'),
        'config_invalid',
      ),
    ]
    for (const word of ['xoxb-1', '8f742231', 'pa55word', 'tttttttt', 'abab', 'sk-ant', 'hunter2'])
      expect(printed + wrong.join(' ')).not.toContain(word)
  })

  it('cannot be changed afterwards', () => {
    const config = readConfig({ ...SLACK }, '/srv')
    expect(() => Object.assign(config, { port: 1 })).toThrow()
    expect(() => Object.assign(config.practice, { path: 'x' })).toThrow()
    expect(() => Object.assign(config.slack as object, { apiUrl: 'x' })).toThrow()
  })
})
