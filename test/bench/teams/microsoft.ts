import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded before an app that is measured: Microsoft's two sign-in services are the stand-in on loopback, and nothing
 * else about the app's network is touched.
 */
const PLACES = new Set(['login.botframework.com', 'login.microsoftonline.com'])
const own = https.request
const standIn = Number(process.env.BENCH_SIGN_IN_PORT)

https.request = ((...given: Parameters<typeof own>) => {
  const [first, ...rest] = given
  if (typeof first === 'string' || first instanceof URL) return own(...given)
  const { hostname, host, path, method, headers } = first as https.RequestOptions
  if (!PLACES.has(String(hostname ?? host))) return own(...given)
  const callback = rest.findLast((one) => typeof one === 'function') as
    | ((res: http.IncomingMessage) => void)
    | undefined
  return http.request({ host: '127.0.0.1', port: standIn, path, method, headers }, callback)
}) as typeof own
syncBuiltinESMExports()
