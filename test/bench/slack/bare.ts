import { App } from '@slack/bolt'

/**
 * What Bolt alone can do, put together as its own guide does it: a token, a signing secret, one command that is
 * acknowledged at once and answered with a constant. It says its port, as Chaperone does.
 * https://docs.slack.dev/tools/bolt-js/getting-started
 */
const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? '',
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
})
app.command('/check', async ({ ack, respond }) => {
  await ack()
  await respond({ response_type: 'ephemeral', text: 'Thank you, I have read it.' })
})
const server = await app.start({ port: 0, host: '127.0.0.1' })
const address = 'address' in server ? server.address() : null
const port = typeof address === 'object' && address !== null ? address.port : 0
console.log(JSON.stringify({ address: `http://127.0.0.1:${port}` }))
