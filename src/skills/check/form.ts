import type { BlockDraft } from '../../bot/reply.ts'
import type { Draft } from '../../rules/verdict.ts'
import { ACCOUNTS, KINDS, PLATFORMS } from '../../rules/vocabulary.ts'
import { ACCOUNT_NAMES, FORM, KIND_NAMES, PLATFORM_NAMES } from './copy.ts'

const AUTO = { value: 'auto', label: FORM.auto }

/**
 * The form check/draft, empty or filled with a draft that somebody wants to change. `photos`: where the surface
 * can hand in pictures with it.
 */
export function draftForm(draft: Partial<Draft> = {}, photos = false): BlockDraft {
  return {
    type: 'form',
    form: 'check/draft',
    title: FORM.title,
    submit: FORM.submit,
    fields: [
      // A photo can come without words.
      { name: 'text', label: FORM.text, type: 'longtext', required: !photos, ...filled(draft.text) },
      {
        name: 'kind',
        label: FORM.kind,
        type: 'choice',
        options: [AUTO, ...KINDS.map((value) => ({ value, label: capital(KIND_NAMES[value]) }))],
        initial: draft.kind ?? AUTO.value,
      },
      {
        name: 'platform',
        label: FORM.platform,
        type: 'choice',
        options: [AUTO, ...PLATFORMS.map((value) => ({ value, label: capital(PLATFORM_NAMES[value]) }))],
        initial: draft.platform ?? AUTO.value,
      },
      {
        name: 'account',
        label: FORM.account,
        type: 'choice',
        options: ACCOUNTS.map((value) => ({ value, label: ACCOUNT_NAMES[value] })),
        initial: draft.account ?? 'practice',
      },
      {
        name: 'replying_to',
        label: FORM.replyingTo,
        hint: FORM.replyingToHint,
        type: 'longtext',
        ...filled(draft.context),
      },
      ...(photos ? WITH_PHOTOS : []),
    ],
  }
}

const WITH_PHOTOS: Extract<BlockDraft, { type: 'form' }>['fields'] = [
  { name: 'photos', label: FORM.photos, type: 'files' },
  { name: 'authorization', label: FORM.authorization, hint: FORM.authorizationHint, type: 'text' },
]

function filled(text: string | undefined): { initial?: string } {
  return text ? { initial: text } : {}
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
