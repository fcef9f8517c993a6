import type { Engine } from './rules/verdict.ts'
import type { Kind } from './rules/vocabulary.ts'

/** Ordinary drafts, good and bad, with words that most rules look for. Nobody sees what comes of them. */
const DRAFTS: readonly string[] = [
  'Thank you, Sarah! We are so glad that your treatment on Tuesday went well. See you at your next visit!',
  'Meet our new hygienist, Maria. She loves hiking, and she is here to help your whole family smile.',
  'We have no record of you as a patient. Please call the front desk at 555-010-0100 about your bill and insurance.',
  'Look at this before and after! Our client, a mom of two, lost 40 pounds and her skin glows. Swipe to see her result.',
  'Guaranteed results, 100% painless and FDA approved. Book today, 20% off Botox this week only! Link in bio.',
  'Thank you for your feedback. We cannot discuss details here. Please call our office so that we can help.',
  'You should stop taking your medication and use ice after surgery. Email your records and photos to us.',
  'Leave us a five-star review to win a gift card! Repost from @ourclient with her story of her implants.',
  'Our office is closed on Monday, November 23. Happy Thanksgiving from all of us! #dentist #smile',
  'La paciente vino ayer a su cita y quedó muy contenta con su tratamiento. Gracias por su visita.',
]
/** A post and a reply are read in two different ways, and which it is has to be found out too. */
const AS: readonly (Kind | undefined)[] = [undefined, 'caption', 'review_reply']

/**
 * Reads drafts until nothing is left that only a first check has to do: word lists are unfolded and code is
 * compiled while nobody waits, so that no acknowledgement waits behind the first draft of the day.
 */
export function warmUp(engine: Pick<Engine, 'check'>): void {
  for (const kind of AS) for (const text of DRAFTS) engine.check({ text, kind }, {})
}
