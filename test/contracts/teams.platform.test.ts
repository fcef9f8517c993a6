import { createBot } from '../../src/adapters/teams/bot.ts'
import { createDelivery } from '../../src/adapters/teams/deliver.ts'
import { createDialog } from '../../src/adapters/teams/dialog.ts'
import { offersOf } from '../../src/adapters/teams/files/offer.ts'
import type { Here } from '../../src/adapters/teams/origin.ts'
import { peopleOf } from '../../src/adapters/teams/people.ts'
import { createSignIn } from '../../src/adapters/teams/sign-in/sign-in.ts'
import { fakePorts } from '../surfaces/fake-ports.ts'
import { readable, troubleWith } from '../teams/cards.ts'
import { openConnector } from '../teams/connector.ts'
import { hasty } from '../teams/running.ts'
import { platformContract } from './platform.contract.ts'

const reference = (serviceUrl: string): Here => ({
  person: 'desk',
  personal: true,
  overheard: false,
  reference: {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: '28:chaperone' },
    user: { id: '29:desk' },
    conversation: { id: 'a:desk', conversationType: 'personal' },
  },
})

platformContract('teams', async () => {
  const connector = await openConnector()
  const ports = fakePorts()
  const bot = createBot(createSignIn(undefined, ports.clock), hasty(ports))
  const delivery = createDelivery({
    bot,
    people: peopleOf(ports.store.dialogs, ports.clock),
    dialogs: ports.store.dialogs,
    log: ports.log,
    offers: offersOf(ports.clock, ports.ids, true),
  })
  return {
    platform: delivery.platformFor(reference(connector.serviceUrl)),
    drawn: () => readable(connector.said.map(({ activity }) => activity)),
    acting: () => [...connector.mistakes, ...connector.said.flatMap(({ activity }) => troubleWith(activity))],
    close: () => connector.close(),
  }
})

platformContract('teams dialog', async () => {
  const rest: unknown[] = []
  let shown: object | undefined
  const dialog = createDialog({ deliver: async (reply) => void rest.push(reply) })
  const close = () => {
    shown ??= dialog.close(true)
    return shown
  }
  return {
    platform: dialog.platform,
    drawn: () => readable(close()),
    acting: () => troubleWith(close()),
    close: async () => {},
  }
})
