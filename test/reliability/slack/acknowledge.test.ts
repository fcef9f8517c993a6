import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSlack } from '../../slack/running.ts'
import { commandIn } from '../../slack/sending.ts'
import { openWorkspace } from '../../slack/workspace.ts'
import { openHouse, PATIENT } from './house.ts'

/** Three seconds' worth of a busy workspace, all at once. */
const COMMANDS = 150
const everybody = Array.from({ length: COMMANDS }, (_, n) => `Uperson${n}`)
const all200 = Array.from({ length: COMMANDS }, () => 200)

const closing: (() => Promise<unknown> | undefined)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A door that is shut until somebody opens it. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

describe('an acknowledgement waits for nothing', () => {
  it('not for the work: 150 commands are acknowledged while none of them gets anywhere', async () => {
    const { open, opened } = gate()
    const order: string[] = []
    const slack = await openSlack({}, (handle) => async (event, platform) => {
      order.push('begun')
      await opened
      order.push('went on')
      return handle(event, platform)
    })
    closing.push(slack.close)
    const statuses = await Promise.all(
      everybody.map((user_id) => slack.command('/check', 'Meet our new nurse!', { user_id })),
    )
    order.push('all acknowledged')
    expect(statuses).toEqual(all200)
    await expect.poll(() => order.filter((what) => what === 'begun').length, PATIENT).toBe(COMMANDS)
    expect(order).not.toContain('went on')
    expect(slack.workspace.posted).toEqual([])
    open()
    await expect.poll(() => slack.workspace.posted.length, PATIENT).toBe(COMMANDS)
    expect(new Set(slack.workspace.posted.map(({ user }) => user))).toEqual(new Set(everybody))
  })

  it('not for the store: 150 commands are acknowledged before one of them is claimed', async () => {
    const { open, opened } = gate()
    const slack = await openSlack()
    closing.push(slack.close)
    const { store } = slack.ports
    const { claim } = store
    let claimed = 0
    store.claim = async (...values) => {
      await opened
      claimed++
      return claim(...values)
    }
    const statuses = await Promise.all(
      everybody.map((user_id) => slack.command('/check', 'Meet our new nurse!', { user_id })),
    )
    expect({ statuses, claimed }).toEqual({ statuses: all200, claimed: 0 })
    open()
    await expect.poll(() => slack.workspace.posted.length, PATIENT).toBe(COMMANDS)
    expect(slack.ports.checks).toHaveLength(COMMANDS)
  })

  it('not for answers that Slack takes its time with', async () => {
    const { open, opened } = gate()
    const slack = await openSlack()
    closing.push(slack.close)
    slack.workspace.fail('response_url', ...Array(COMMANDS).fill({ waits: opened }))
    const statuses = await Promise.all(
      everybody.map((user_id) => slack.command('/check', 'Meet our new nurse!', { user_id })),
    )
    expect({ statuses, posted: slack.workspace.posted }).toEqual({ statuses: all200, posted: [] })
    open()
    await expect.poll(() => slack.workspace.posted.length, PATIENT).toBe(COMMANDS)
  })
})

describe('over the real database', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'chaperone-acknowledge-'))
    closing.push(async () => rmSync(home, { recursive: true, force: true }))
  })

  it('commands are acknowledged while another process keeps it locked, and answered afterwards', async () => {
    const workspace = await openWorkspace()
    closing.push(workspace.close)
    const house = await openHouse(home, workspace)
    closing.push(house.close)
    const other = new DatabaseSync(join(home, 'chaperone.db'))
    other.exec('BEGIN IMMEDIATE')
    const statuses = await Promise.all(
      everybody.map((user_id) =>
        house.post(commandIn(workspace, '/check', 'Meet our new nurse!', { user_id })),
      ),
    )
    expect({ statuses, posted: workspace.posted }).toEqual({ statuses: all200, posted: [] })
    other.exec('ROLLBACK')
    other.close()
    await expect.poll(() => workspace.posted.length, PATIENT).toBe(COMMANDS)
    expect(new Set(workspace.posted.map(({ user }) => user))).toEqual(new Set(everybody))
  })
})

describe('a stop', () => {
  it('waits for what was acknowledged, and its answer still arrives', async () => {
    const { open, opened } = gate()
    const slack = await openSlack()
    closing.push(() => slack.workspace.close())
    slack.workspace.fail('response_url', { waits: opened })
    await slack.command('/check', 'Meet our new nurse!')
    await expect.poll(() => slack.workspace.held, PATIENT).toHaveLength(1)
    const order: string[] = []
    const stopped = slack.stop().then(() => order.push('stopped'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    order.push('answer')
    open()
    await stopped
    expect(order).toEqual(['answer', 'stopped'])
    expect(slack.workspace.posted).toHaveLength(1)
  })
})
