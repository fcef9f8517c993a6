import type { Vision } from '../../bot/pictures.ts'
import type { Register as Records } from '../../bot/ports.ts'
import { allForms, type Day, standing, stands } from '../../bot/records/authorization.ts'
import { type Looked as FormLooked, withForm } from '../../bot/records/signed.ts'
import type { Kind, Platform, Verdict } from '../../rules/vocabulary.ts'
import type { Assessment } from './assess.ts'
import type { PhotoFinding, Register } from './findings.ts'

/** Photos tied to forms that no longer stand: a copy of one, cropped or re-encoded, is known again. */
export function endedAmong(records: Records, vision: Pick<Vision, 'nearness'>, today: Day): Register {
  let ended: Promise<readonly (readonly string[])[]> | undefined
  return async (fingerprint) => {
    // Once for all photos of an album.
    ended ??= allForms(records, 'nobody').then((forms) =>
      forms
        .filter((form) => form.photos.length > 0 && !stands(standing(form, today)))
        .flatMap(({ photos }) => photos.map((photo) => photo.fingerprint)),
    )
    const near = (await ended).map((one) => vision.nearness(fingerprint, one))
    return near.includes('same') ? 'revoked' : near.includes('ask') ? 'ask' : undefined
  }
}

/** A photo with what the signed forms change about it, and the notes that say so. */
export function underForm(
  assessment: Assessment,
  forms: readonly FormLooked[],
  { vision, platform }: { vision: Pick<Vision, 'nearness'>; platform: Platform | null },
): { assessment: Assessment; notes: readonly string[] } {
  const { findings, verdict, looked } = assessment
  const near = vision.nearness.bind(vision)
  const photos = looked ? [looked.fingerprint] : undefined
  const each = forms.map((one) => (one.found === 'form' && photos ? { ...one, photos, near } : one))
  const judged: { verdict: Verdict; findings: readonly PhotoFinding[]; notes: string[]; kind: Kind } = {
    verdict,
    findings,
    notes: [],
    kind: 'caption',
  }
  const result = withForm(judged, platform ? { platform } : {}, each)
  return {
    assessment: { ...assessment, verdict: result.verdict, findings: result.findings },
    notes: result.notes,
  }
}
