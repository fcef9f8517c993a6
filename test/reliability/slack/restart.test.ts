import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandIn, interaction } from '../../slack/sending.ts'
import { type Found, pressable } from '../../slack/talk/presses.ts'
import { openWorkspace, type Posted, type Workspace } from '../../slack/workspace.ts'
import { type House, openHouse, PATIENT } from './house.ts'

const DRAFT = "Thank you, Sarah! We're so glad your tummy tuck turned out beautifully!"
const GONE = /put away|is over|paste (?:it|the draft) again/i

let home: string
let workspace: Workspace
let house: House
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'chaperone-restart-'))
  workspace = await openWorkspace()
  house = await openHouse(home, workspace)
})
afterEach(async () => {
  await house.close()
  await workspace.close()
  rmSync(home, { recursive: true, force: true })
})

async function restart(): Promise<void> {
  await house.close()
  house = await openHouse(home, workspace)
}

/** Everything that can be pressed in a message, in sight or in a menu. */
const buttonsOf = ({ blocks }: Posted): Found[] => pressable(blocks).map(({ found }) => found)

let presses = 0
const press = (button: Found, user = 'Udesk') =>
  house.post(
    interaction({
      type: 'block_actions',
      user: { id: user },
      trigger_id: workspace.trigger(user),
      channel: { id: 'Cfront' },
      message: { ts: '1.0' },
      response_url: workspace.responseUrl('Cfront', user),
      actions: [{ ...button, action_ts: `${++presses}.0` }],
    }),
  )

/** How often Chaperone has spoken: messages and modals. */
const spoken = () => workspace.posted.length + workspace.modals.length

describe('after a restart', () => {
  it('every button of a verdict does what it did before', async () => {
    await house.post(commandIn(workspace, '/check', DRAFT))
    await expect.poll(() => workspace.posted.length, PATIENT).toBe(1)
    const buttons = buttonsOf(workspace.posted[0] as Posted)
    expect(new Set(buttons.map(({ type }) => type))).toEqual(new Set(['button', 'overflow', 'static_select']))

    const answers: string[][] = []
    for (let again = 0; again < 2; again++) {
      const said: string[] = []
      for (const button of buttons) {
        const before = { posted: workspace.posted.length, modals: workspace.modals.length }
        const count = spoken()
        await press(button)
        await expect.poll(spoken, PATIENT).toBeGreaterThan(count)
        const texts = workspace.posted.slice(before.posted).map(({ text }) => text)
        const titles = workspace.modals.slice(before.modals).map(({ view }) => view.title.text)
        said.push([...texts, ...titles].join(' '))
      }
      answers.push(said)
      await restart()
    }
    expect(answers[1]).toEqual(answers[0])
    expect(answers.flat().join(' ')).not.toMatch(GONE)
    expect(workspace.mistakes).toEqual([])
  })

  it('somebody else’s press on it still opens nobody’s words', async () => {
    await house.post(commandIn(workspace, '/check', DRAFT))
    await expect.poll(() => workspace.posted.length, PATIENT).toBe(1)
    const buttons = buttonsOf(workspace.posted[0] as Posted)
    await restart()
    for (const button of buttons) {
      const count = spoken()
      await press(button, 'Ustranger')
      await expect.poll(spoken, PATIENT).toBeGreaterThan(count)
    }
    const theirs = [
      ...workspace.posted.filter(({ user }) => user === 'Ustranger'),
      ...workspace.modals.filter(({ user }) => user === 'Ustranger'),
    ]
    expect(theirs.length).toBeGreaterThanOrEqual(buttons.length)
    expect(JSON.stringify(theirs)).not.toMatch(/tummy|Sarah/)
  })

  it('the button of a form that could not open then opens it now, and what is filled in is checked', async () => {
    workspace.fail('views.open', { error: 'expired_trigger_id' })
    await house.post(commandIn(workspace, '/check', ''))
    await expect.poll(() => workspace.posted.length, PATIENT).toBe(1)
    const button = buttonsOf(workspace.posted[0] as Posted).find(({ action_id }) =>
      action_id.startsWith('slack/form'),
    )
    await restart()
    await press(button as Found)
    await expect.poll(() => workspace.modals.length, PATIENT).toBe(1)
    const view = workspace.modals[0]?.view
    await restart()
    await house.post(
      interaction({
        type: 'view_submission',
        user: { id: 'Udesk' },
        trigger_id: workspace.trigger('Udesk'),
        view: {
          ...{
            id: 'V1',
            hash: 'h',
            callback_id: view?.callback_id,
            private_metadata: view?.private_metadata,
          },
          state: { values: { text: { field: { type: 'plain_text_input', value: DRAFT } } } },
        },
      }),
    )
    await expect.poll(() => workspace.posted.length, PATIENT).toBe(2)
    expect(JSON.stringify(workspace.posted[1])).toContain('Do not post this')
  })

  it('what was answered before is not answered again when Slack repeats it', async () => {
    const command = commandIn(workspace, '/check', DRAFT)
    await house.post(command)
    await expect.poll(() => workspace.posted.length, PATIENT).toBe(1)
    await restart()
    expect(await house.post(command)).toBe(200)
    await restart()
    expect(workspace.posted).toHaveLength(1)
  })
})
