import { createClient } from '../../src/adapters/slack/client.ts'
import { createDelivery } from '../../src/adapters/slack/deliver.ts'
import { createUpload } from '../../src/adapters/slack/files/upload.ts'
import { formsOf } from '../../src/adapters/slack/forms.ts'
import { createPersistence } from '../../src/adapters/slack/persistence.ts'
import { responder } from '../../src/adapters/slack/respond.ts'
import { streaming } from '../../src/adapters/slack/stream/stream.ts'
import { readable } from '../slack/block-kit.ts'
import { openWorkspace } from '../slack/workspace.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { platformContract } from './platform.contract.ts'

/** Text of a kind that Slack would act on: mentions, links, markup. Rich and plain text are letters to it. */
const ACTING = /"type":"(?:mrkdwn|link|user|broadcast|usergroup|channel)"/

platformContract('slack', async () => {
  const workspace = await openWorkspace()
  const { clock, log, store, ids } = fakePorts()
  const client = createClient({ token: 'xoxb-test', apiUrl: workspace.apiUrl, log })
  const forms = formsOf(store.dialogs, ids)
  const upload = createUpload({ client, apiUrl: workspace.apiUrl, log })
  const delivery = createDelivery({
    client,
    once: client,
    modals: client,
    persistence: createPersistence(clock),
    clock,
    log,
    forms,
    respond: responder(workspace.apiUrl),
    upload,
    stream: streaming({ client, once: client, log }),
  })
  const here = { user: 'Udesk', channel: 'Ddesk', direct: true, home: false }
  const shown: unknown[] = []
  return {
    platform: {
      async deliver(reply, to) {
        await delivery.platformFor(here, clock.now()).deliver(reply, to)
        // What a form holds is read in its modal.
        for (const block of reply.blocks) {
          if (block.type !== 'form') continue
          const opening = { ...here, trigger: workspace.trigger('Udesk') }
          await delivery.platformFor(opening, clock.now()).deliver({ ...reply, blocks: [block] }, to)
        }
        shown.push(
          ...workspace.posted.map(({ blocks }) => blocks),
          ...workspace.modals.map(({ view }) => view),
        )
      },
    },
    drawn: () => shown.map(readable).join('\n'),
    acting: () => [
      ...workspace.mistakes,
      ...workspace.posted
        .filter(({ blocks }) => ACTING.test(JSON.stringify(blocks)))
        .map(() => 'markup in a message'),
      ...workspace.posted.filter(({ text }) => /<|>/.test(text)).map(() => 'markup in the notification'),
      ...workspace.modals
        .filter(({ view }) => ACTING.test(JSON.stringify(view)))
        .map(() => 'markup in a modal'),
    ],
    close: () => workspace.close(),
  }
})
