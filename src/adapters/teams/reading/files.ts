import type { FileRef } from '../../../bot/event.ts'
import { type Attachment, Download } from './payload.ts'

/** Where Teams keeps pictures and files. A token goes to no other host, and so does no request. */
const HOSTS =
  /^(?:smba\.trafficmanager\.net|(?:[\w-]+\.)*(?:botframework\.com|teams\.microsoft\.com|skype\.com|sharepoint\.com|sharepoint\.us))$/i
const MIME: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
}
const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info'
const MOST = 20

export function isTeamsHost(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, port } = new URL(address)
  return protocol === 'https:' && username === '' && port === '' && HOSTS.test(hostname)
}

/** Pictures and files of a message; cards, the message's own HTML and what lies elsewhere are none. */
export function filesOf(attachments: readonly Attachment[] | null | undefined): FileRef[] {
  return (attachments ?? []).flatMap((one) => fileOf(one) ?? []).slice(0, MOST)
}

function fileOf({ contentType, contentUrl, content, name }: Attachment): FileRef | undefined {
  const named = name ? { name: name.slice(0, 500) } : {}
  if (contentType.startsWith('image/') && contentUrl && isTeamsHost(contentUrl))
    return { id: idOf(contentUrl), mime: contentType.slice(0, 200), bytes: 0, ...named }
  if (contentType !== DOWNLOAD) return undefined
  const file = Download.safeParse(content)
  if (!file.success || !isTeamsHost(file.data.downloadUrl)) return undefined
  const mime = MIME[(file.data.fileType ?? '').toLowerCase()] ?? 'application/octet-stream'
  return { id: idOf(file.data.uniqueId || file.data.downloadUrl), mime, bytes: 0, ...named }
}

/** Addresses of SharePoint end in a token that is longer than an id may be. */
function idOf(address: string): string {
  return address.length <= 500 ? address : (address.split('?')[0] as string).slice(0, 500)
}
