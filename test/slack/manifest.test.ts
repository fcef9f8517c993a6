import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { PROMPTS } from '../../src/adapters/slack/copy.ts'

/** Slack's manifest, as far as we use it: https://docs.slack.dev/reference/app-manifest. Unknown keys are refused. */
const text = (max: number) => z.string().min(1).max(max)
const Url = z.url({ protocol: /^https$/ })
const Scope = z.enum([
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'users:read',
])
const BotEvent = z.enum([
  'app_home_opened',
  'app_mention',
  'message.channels',
  'message.groups',
  'message.im',
])
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#(?:[0-9a-f]{3}){1,2}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z.array(z.strictObject({ title: text(60), message: text(300) })).max(4),
    }),
    bot_user: z.strictObject({
      display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/),
      always_online: z.boolean(),
    }),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.enum(['message', 'global']),
          name: text(24),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
          description: text(2000),
          usage_hint: text(1000).optional(),
          should_escape: z.boolean(),
          url: Url.optional(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(Scope) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: Url.optional(), bot_events: z.array(BotEvent) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: Url.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
})

/** What each thing that the adapter does asks for: https://docs.slack.dev/reference/scopes. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'app_mentions:read': ['app_mention'],
  'assistant:write': ['assistant.threads.'],
  'channels:history': ['message.channels'],
  'chat:write': [
    'chat.postMessage',
    'chat.postEphemeral',
    'chat.startStream',
    'chat.appendStream',
    'chat.stopStream',
    'chat.update',
  ],
  commands: ['slash_commands', 'shortcuts'],
  'files:read': ['files'],
  'files:write': ['getUploadURLExternal'],
  'im:history': ['message.im'],
  'im:write': ['conversations.open'],
}

const root = new URL('../../', import.meta.url)
const source = readFileSync(new URL('manifest.yml', root), 'utf8')
const manifest = Manifest.parse(parse(source))
const code = ['slack', 'deliver', 'incoming/incoming', 'incoming/payload', 'files/upload', 'stream/stream']
  .map((name) => readFileSync(new URL(`src/adapters/slack/${name}.ts`, root), 'utf8'))
  .join('\n')

describe('manifest.yml', () => {
  it('asks for a scope only if something needs it', () => {
    for (const scope of manifest.oauth_config.scopes.bot) {
      const uses = NEEDED[scope] ?? []
      const used = uses.some(
        (use) => code.includes(use) || source.includes(`- ${use}`) || use in manifest.features,
      )
      expect(used, scope).toBe(true)
    }
  })

  it('has the scope of everything that it subscribes to', () => {
    const scopes: readonly string[] = manifest.oauth_config.scopes.bot
    for (const event of manifest.settings.event_subscriptions.bot_events) {
      const scope = Object.entries(NEEDED).find(([, uses]) => uses.includes(event))?.[0]
      // Opening the home tab needs none.
      if (event !== 'app_home_opened') expect(scopes, event).toContain(scope)
    }
  })

  it('has the scope of every method that writes a message', () => {
    const called = new Set(code.match(/\bchat\.[a-z]\w+(?=\()/g))
    expect(called).toContain('chat.startStream')
    for (const method of called) expect(NEEDED['chat:write'], method).toContain(method)
    expect(manifest.oauth_config.scopes.bot).toContain('chat:write')
  })

  it('has an address for everything that Slack calls', () => {
    const { features, settings } = manifest
    for (const url of [
      ...features.slash_commands.map((one) => one.url),
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
    ])
      expect(url).toBe('https://chaperone.example/slack/events')
    expect(settings.socket_mode_enabled).toBe(false)
  })

  it('becomes one for Socket Mode, with no address in it, by the command in the README', () => {
    const readme = readFileSync(new URL('README.md', root), 'utf8')
    const [, drop, from, to] =
      /sed -e '\/([^/']+)\/d' -e 's\/([^/']+)\/([^/']+)\/' manifest\.yml/.exec(readme) ?? []
    const lines = source.split('\n').filter((line) => !line.includes(String(drop)))
    const text = lines.map((line) => line.replace(String(from), String(to))).join('\n')
    const { features, settings, oauth_config } = Manifest.parse(parse(text))
    expect(settings.socket_mode_enabled).toBe(true)
    expect(text).not.toContain('https://chaperone')
    expect(features.slash_commands).toHaveLength(5)
    expect(settings.event_subscriptions).toEqual({
      bot_events: manifest.settings.event_subscriptions.bot_events,
    })
    expect(settings.interactivity).toEqual({ is_enabled: true })
    expect(oauth_config).toEqual(manifest.oauth_config)
  })

  it('names the shortcuts and commands that the adapter knows', () => {
    for (const { callback_id } of manifest.features.shortcuts) expect(code).toContain(`'${callback_id}'`)
    const commands = manifest.features.slash_commands.map(({ command }) => command)
    expect(commands).toEqual(['/check', '/ask', '/incident', '/approve', '/digest'])
  })

  it('suggests what the adapter suggests', () => {
    expect(manifest.features.agent_view.suggested_prompts).toEqual(PROMPTS)
  })

  it.each([
    ['an unknown key', { ...manifest, extra: 1 }],
    [
      'a name that is too long',
      { ...manifest, display_information: { ...manifest.display_information, name: 'x'.repeat(36) } },
    ],
    ['a scope that Slack does not have', { ...manifest, oauth_config: { scopes: { bot: ['chat:writes'] } } }],
  ])('would be refused with %s', (_what, broken) => {
    expect(Manifest.safeParse(broken).success).toBe(false)
  })
})
