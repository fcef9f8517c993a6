import { App, HTTPReceiver } from '@slack/bolt'

/**
 * What Bolt alone can do: the same receiver, one command, acknowledged at once and answered with a constant.
 * It says its port, as Chaperone does.
 */
const receiver = new HTTPReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  endpoints: '/slack/events',
})
const app = new App({
  receiver,
  convoStore: false,
  authorize: async () => ({ botToken: process.env.SLACK_BOT_TOKEN ?? '', botUserId: 'UBARE' }),
})
app.command('/check', async ({ ack, respond }) => {
  await ack()
  await respond({ response_type: 'ephemeral', text: 'Thank you, I have read it.' })
})
const server = await receiver.start({ port: 0, host: '127.0.0.1' })
const address = server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0
console.log(JSON.stringify({ address: `http://127.0.0.1:${port}` }))
