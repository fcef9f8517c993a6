import type { MirroredTicket, Put, Tickets } from '../../bot/outside/tickets.ts'
import { documentOf } from './adf.ts'
import { type Answer, send } from './send.ts'

export interface JiraOptions {
  /** https://your-practice.atlassian.net */
  url: string
  user: string
  token: string
  /** Key of the project. */
  project: string
  /** Of this installation, so that two of them can write to one project. */
  installation: string
  longestMs?: number
}

/** What Jira calls its plainest issue; every template of a project has it. */
const ISSUE_TYPE = 'Task'
const KEY = /^[A-Z][A-Z0-9_]{1,30}-\d{1,10}$/

/**
 * One issue for each ticket, in Jira Cloud's REST API v3. It carries a label of its own: after a try whose answer
 * was lost the label is looked for first, so that no second issue is made. The workflow of the project stays
 * its people's: an issue is never moved through it, its title says how the ticket stands.
 */
export function createJira({ url, user, token, project, installation, longestMs }: JiraOptions): Tickets {
  const root = url.replace(/\/+$/, '')
  const headers = {
    accept: 'application/json',
    authorization: `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`,
  }
  const call = (method: 'POST' | 'PUT', path: string, body: unknown): Promise<Answer> =>
    send({ method, url: `${root}/rest/api/3/${path}`, headers, body: JSON.stringify(body) }, longestMs)
  const labelOf = ({ number }: MirroredTicket) => `chaperone-${installation}-${number.toLowerCase()}`
  const fieldsOf = (ticket: MirroredTicket) => ({ summary: ticket.title, description: documentOf(ticket) })

  async function find(ticket: MirroredTicket): Promise<Put> {
    const jql = `project = "${project}" AND labels = "${labelOf(ticket)}" ORDER BY created ASC`
    const answer = await call('POST', 'search/jql', { jql, fields: ['created'], maxResults: 1 })
    if (!answer.ok) return failed(answer)
    const found = parsed(answer.body)?.issues
    if (!Array.isArray(found)) return { ok: false, trouble: 'unreadable' }
    const key: unknown = found[0]?.key
    if (key === undefined) return { ok: true, ref: null }
    return typeof key === 'string' && KEY.test(key)
      ? { ok: true, ref: key }
      : { ok: false, trouble: 'unreadable' }
  }

  async function make(ticket: MirroredTicket): Promise<Put> {
    const kind = { project: { key: project }, issuetype: { name: ISSUE_TYPE } }
    const labels = ['chaperone', labelOf(ticket)]
    const answer = await call('POST', 'issue', { fields: { ...kind, labels, ...fieldsOf(ticket) } })
    if (!answer.ok) return failed(answer)
    const key = parsed(answer.body)?.key
    // It was made and its key is not known: the next try looks for its label.
    return typeof key === 'string' && KEY.test(key)
      ? { ok: true, ref: key }
      : { ok: false, trouble: 'unreadable' }
  }

  return {
    target: 'jira',
    async put(ticket, { ref, begun }) {
      let known = ref
      if (known !== null) {
        const answer = await call('PUT', `issue/${encodeURIComponent(known)}`, { fields: fieldsOf(ticket) })
        if (answer.ok) return { ok: true, ref: known }
        // Somebody deleted or moved it: it is made anew.
        if (answer.trouble !== 'not_found') return failed(answer)
        known = null
      }
      if (begun || ref !== null) {
        const found = await find(ticket)
        if (!found.ok) return found
        known = found.ref === ref ? null : found.ref
      }
      if (known === null) return make(ticket)
      const answer = await call('PUT', `issue/${encodeURIComponent(known)}`, { fields: fieldsOf(ticket) })
      return answer.ok ? { ok: true, ref: known } : failed(answer)
    },
  }
}

function failed({ trouble, retryAfterMs }: Extract<Answer, { ok: false }>): Put {
  return { ok: false, trouble, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
}

/** Jira's answers, of which we read a key; anything else counts as unreadable. */
function parsed(body: string): { key?: unknown; issues?: { key?: unknown }[] } | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
