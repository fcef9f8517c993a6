import type { FileRef } from '../../../bot/event.ts'
import { type Attachment, Download } from './payload.ts'

/** Where Teams keeps pictures and files. No request goes to another host. */
const HOSTS =
  /^(?:smba\.trafficmanager\.net|(?:[\w-]+\.)*(?:botframework\.com|teams\.microsoft\.com|skype\.com|sharepoint\.com|sharepoint\.us))$/i
/** The service that our token is for; every other host gets an address that says who may read it, or nothing. */
const SERVICE = /^(?:smba\.trafficmanager\.net|(?:[\w-]+\.)*botframework\.com)$/i
const LOCAL = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/i
const MIME: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  avif: 'image/avif',
  heif: 'image/heif',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  pdf: 'application/pdf',
}
const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info'
const MOST = 20

/** A file of an event, and where it lies: an address may say who may read it, so it stays out of the event. */
export interface Sent {
  file: FileRef
  place: Place
}
export interface Place {
  address: string
  /** Of ours; otherwise the address is enough. */
  needsToken: boolean
}

/** @param local whether a test client on this machine may keep files too. */
export function isTeamsHost(address: string, local = false): boolean {
  return hostOf(address, HOSTS, local) !== undefined
}

export function isService(address: string): boolean {
  return hostOf(address, SERVICE, false) !== undefined
}

function hostOf(address: string, hosts: RegExp, local: boolean): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname, username, port } = new URL(address)
  if (local && LOCAL.test(hostname) && username === '') return hostname
  return protocol === 'https:' && username === '' && port === '' && hosts.test(hostname)
    ? hostname
    : undefined
}

/** Pictures and files of a message; cards, the message's own HTML and what lies elsewhere are none. */
export function filesOf(attachments: readonly Attachment[] | null | undefined, local = false): Sent[] {
  return (attachments ?? []).flatMap((one) => fileOf(one, local) ?? []).slice(0, MOST)
}

function fileOf({ contentType, contentUrl, content, name }: Attachment, local: boolean): Sent | undefined {
  const named = name ? { name: name.slice(0, 500) } : {}
  if (contentType.startsWith('image/') && contentUrl && isTeamsHost(contentUrl, local)) {
    const mime = contentType === 'image/*' ? 'image/jpeg' : contentType.slice(0, 200)
    const place = { address: contentUrl, needsToken: isService(contentUrl) }
    return { file: { id: idOf(contentUrl), mime, bytes: 0, ...named }, place }
  }
  if (contentType !== DOWNLOAD) return undefined
  const file = Download.safeParse(content)
  if (!file.success || !isTeamsHost(file.data.downloadUrl, local)) return undefined
  const { downloadUrl: address, uniqueId, fileType } = file.data
  const mime = MIME[(fileType ?? '').toLowerCase()] ?? 'application/octet-stream'
  return {
    file: { id: idOf(uniqueId || address), mime, bytes: 0, ...named },
    place: { address, needsToken: false },
  }
}

/** Addresses of SharePoint end in a token that is longer than an id may be. */
function idOf(address: string): string {
  return address.length <= 500 ? address : (address.split('?')[0] as string).slice(0, 500)
}
