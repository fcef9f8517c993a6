import type { Account, Kind, Platform } from '../../rules/vocabulary.ts'
import type { Common } from '../io.ts'

export interface ApprovalOptions extends Common {
  as?: string
  kind?: Kind
  platform?: Platform
  account?: Account
  handle?: string
  replyingTo?: string
  authorization?: string[]
  photo?: string[]
  note?: string
  text?: string
  reason?: string
  looked?: boolean
  at?: string
  url?: string
  revision?: string
}
