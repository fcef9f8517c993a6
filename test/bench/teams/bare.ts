import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import express from 'express'

/**
 * What botbuilder alone can do: Microsoft's echo, one message in and one out. It says its port, as Chaperone does.
 */
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: process.env.MICROSOFT_APP_ID ?? '',
    MicrosoftAppPassword: process.env.MICROSOFT_APP_PASSWORD ?? '',
    MicrosoftAppTenantId: process.env.MICROSOFT_APP_TENANT_ID ?? '',
    MicrosoftAppType: 'SingleTenant',
  }),
)
const app = express()
app.post('/api/messages', express.json(), (req, res) => {
  void adapter.process(req, res, async (context) => {
    await context.sendActivity(`Echo: ${context.activity.text}`)
  })
})
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
console.log(JSON.stringify({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }))
