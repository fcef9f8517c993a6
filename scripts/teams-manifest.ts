import { z } from 'zod'

/** The app manifest of Teams, as far as we use it; unknown keys are refused. https://learn.microsoft.com/microsoftteams/platform/resources/schema/schema */
const text = (max: number) => z.string().min(1).max(max)
const Id = z
  .guid('is no app id: set MICROSOFT_APP_ID')
  .refine((id) => !/^[0-]+$/.test(id), 'is no app id: set MICROSOFT_APP_ID')
const Url = z.url({ protocol: /^https$/ }).max(2048)
const Scope = z.enum(['personal', 'team', 'groupChat'])

const Manifest = z.strictObject({
  $schema: z.literal('https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json'),
  manifestVersion: z.literal('1.30'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  id: Id,
  developer: z.strictObject({ name: text(32), websiteUrl: Url, privacyUrl: Url, termsOfUseUrl: Url }),
  name: z.strictObject({ short: text(30), full: text(100) }),
  description: z.strictObject({ short: text(80), full: text(4000) }),
  icons: z.strictObject({ color: z.literal('color.png'), outline: z.literal('outline.png') }),
  accentColor: z.string().regex(/^#[0-9A-F]{6}$/i),
  bots: z
    .array(
      z.strictObject({
        botId: Id,
        scopes: z.array(Scope).min(1),
        supportsFiles: z.boolean(),
        isNotificationOnly: z.literal(false),
        commandLists: z
          .array(
            z.strictObject({
              scopes: z.array(Scope).min(1),
              commands: z.array(z.strictObject({ title: text(32), description: text(128) })).max(10),
            }),
          )
          .max(3),
      }),
    )
    .length(1),
  composeExtensions: z
    .array(
      z.strictObject({
        botId: Id,
        commands: z
          .array(
            z.strictObject({
              id: text(64),
              type: z.literal('action'),
              context: z.array(z.enum(['compose', 'commandBox', 'message'])).min(1),
              title: text(32),
              description: text(128),
              fetchTask: z.literal(true),
            }),
          )
          .min(1)
          .max(10),
      }),
    )
    .length(1),
  defaultInstallScope: z.literal('personal'),
  permissions: z.array(z.enum(['identity', 'messageTeamMembers'])),
  validDomains: z.array(z.string()),
})

const SIZES: Readonly<Record<string, number>> = { 'color.png': 192, 'outline.png': 32 }

/** What Teams would refuse the package for, one line each. */
export function problemsOf(manifest: string, icons: readonly { name: string; data: Buffer }[]): string[] {
  const parsed = Manifest.safeParse(JSON.parse(manifest))
  const issues = parsed.success ? [] : parsed.error.issues
  const ids = parsed.data
    ? [parsed.data.id, parsed.data.bots[0]?.botId, parsed.data.composeExtensions[0]?.botId]
    : []
  return [
    ...issues.map(({ path, message }) => `manifest.json ${path.join('.')}: ${message}`),
    ...(new Set(ids).size > 1 ? ['manifest.json names several apps'] : []),
    ...icons.flatMap(({ name, data }) => {
      const size = SIZES[name] ?? 0
      const right =
        data.subarray(1, 4).toString() === 'PNG' &&
        data.readUInt32BE(16) === size &&
        data.readUInt32BE(20) === size
      return right ? [] : [`${name} is no PNG of ${size} by ${size} pixels`]
    }),
  ]
}
