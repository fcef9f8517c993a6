import { createJira } from '../../../src/adapters/tickets/jira.ts'
import { createWebhook } from '../../../src/adapters/tickets/webhook.ts'
import { ticketsContract } from './tickets.contract.ts'

const jira = {
  url: 'https://maple.atlassian.net/',
  user: 'it@maple.example',
  token: 'token-of-jira',
  project: 'PRIV',
}

ticketsContract('Jira', {
  host: 'https://maple.atlassian.net',
  path: '/rest/api/3/issue',
  took: { status: 201, body: JSON.stringify({ id: '10000', key: 'PRIV-7' }) },
  ref: 'PRIV-7',
  make: (longestMs) => createJira({ ...jira, installation: 'abcd1234', ...(longestMs ? { longestMs } : {}) }),
  secrets: ['token-of-jira', 'it@maple.example'],
})

ticketsContract('a webhook', {
  host: 'https://hooks.maple.example',
  path: '/in?room=1',
  took: { status: 202, body: 'thank you' },
  ref: null,
  make: (longestMs) =>
    createWebhook({
      url: 'https://hooks.maple.example/in?room=1',
      secret: 'secret-of-hook',
      installation: 'abcd1234',
      now: () => 1_795_000_000_000,
      ...(longestMs ? { longestMs } : {}),
    }),
  secrets: ['secret-of-hook'],
})
