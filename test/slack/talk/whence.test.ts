import { describe, expect, it } from 'vitest'
import { type Self, type Whence, whenceOf } from '../../../src/adapters/slack/incoming/whence.ts'
import { TEAM } from '../sending.ts'

/** Whose it is: what Slack says of workspaces, and how we read it. */
const OTHER = 'TELSEWHERE'
const ALONE: Self = { user: 'UCHAPERONE', team: TEAM }
const GRID: Self = { ...ALONE, enterprise: 'EGROUP' }
const installed = (team_id: string | null, enterprise_id: string | null = null) => [
  { team_id, enterprise_id },
]

describe('what Slack sends is', () => {
  it.each<[string, Whence, object, Self]>([
    ['ours, from a workspace that Slack did not name', 'ours', { type: 'block_actions' }, ALONE],
    ['ours, while Slack has not said who we are', 'ours', { team_id: OTHER }, { user: '' }],
    ['a command of ours', 'ours', { command: '/check', team_id: TEAM }, ALONE],
    ['a command of another workspace', 'elsewhere', { command: '/check', team_id: OTHER }, ALONE],
    [
      'a command of a sister workspace',
      'ours',
      { command: '/check', team_id: OTHER, enterprise_id: 'EGROUP' },
      GRID,
    ],
    [
      'a command of another organization',
      'elsewhere',
      { command: '/check', team_id: OTHER, enterprise_id: 'EOTHER' },
      GRID,
    ],
    ['a press of ours', 'ours', { team: { id: TEAM }, user: { id: 'U', team_id: TEAM } }, ALONE],
    [
      'a press of a guest company',
      'outside',
      { team: { id: TEAM }, user: { id: 'U', team_id: OTHER } },
      ALONE,
    ],
    [
      'a press of ours in a channel that another company hosts',
      'ours',
      { team: { id: OTHER }, user: { id: 'U', team_id: TEAM } },
      ALONE,
    ],
    [
      'a press of a colleague in a sister workspace, by the organization alone',
      'ours',
      { team: { id: OTHER }, enterprise: { id: 'EGROUP' }, user: { id: 'U', team_id: OTHER } },
      GRID,
    ],
    [
      'a press of a guest from another organization',
      'outside',
      {
        team: { id: TEAM },
        enterprise: { id: 'EGROUP' },
        user: { id: 'U', team_id: OTHER, enterprise_id: 'EOTHER' },
      },
      GRID,
    ],
    ['a press elsewhere', 'elsewhere', { team: { id: OTHER }, user: { id: 'U', team_id: OTHER } }, ALONE],
    [
      'a press in an organization, which names no workspace',
      'ours',
      {
        team: null,
        enterprise: { id: 'EGROUP' },
        user: { id: 'U', team_id: OTHER, enterprise_id: 'EGROUP' },
      },
      GRID,
    ],
    [
      'an event of ours',
      'ours',
      { type: 'event_callback', team_id: TEAM, authorizations: installed(TEAM), event: { team: TEAM } },
      ALONE,
    ],
    [
      'an event for another installation',
      'elsewhere',
      { type: 'event_callback', team_id: TEAM, authorizations: installed(OTHER), event: {} },
      ALONE,
    ],
    [
      'an event of another workspace',
      'elsewhere',
      { type: 'event_callback', team_id: OTHER, event: {} },
      ALONE,
    ],
    [
      'an event of somebody of another company',
      'outside',
      {
        type: 'event_callback',
        team_id: OTHER,
        is_ext_shared_channel: true,
        authorizations: installed(TEAM),
        event: { user_team: OTHER },
      },
      ALONE,
    ],
    [
      'an event that names the sender’s workspace as its source alone',
      'outside',
      { type: 'event_callback', authorizations: installed(TEAM), event: { source_team: OTHER } },
      ALONE,
    ],
    [
      'an event of a colleague in a sister workspace',
      'ours',
      { type: 'event_callback', authorizations: installed(null, 'EGROUP'), event: { user_team: OTHER } },
      GRID,
    ],
    [
      'an event of somebody of another company, in an organization',
      'outside',
      {
        type: 'event_callback',
        is_ext_shared_channel: true,
        authorizations: installed(TEAM, 'EGROUP'),
        event: { user_team: OTHER },
      },
      GRID,
    ],
    ['nonsense', 'ours', [] as object, ALONE],
    ['ids that are none', 'ours', { team_id: 7, team: 'T', user: [], event: 3, authorizations: {} }, ALONE],
  ])('%s: %s', (_what, whence, payload, self) => {
    expect(whenceOf(payload, self)).toBe(whence)
  })
})
