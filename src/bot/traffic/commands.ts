/** What each command does, for "/ask help": what for, and words to type. Names of skills. */
const EXPLAINED: Readonly<Record<string, readonly [what: string, example: string]>> = {
  ask: [
    'Ask what you want to know about patient privacy and posting, as you would ask a colleague, without names. I ' +
      'answer from articles that were reviewed.',
    '/ask Can I repost a patient’s story?',
  ],
  incident: [
    'This is for anything that went out that should not have, even when you are not sure. I ask one short question ' +
      'at a time, and you can stop and come back. Names are not needed.',
    '/incident A chart was in the background of our story',
  ],
  digest: [
    'This shows managers how things stand today: what waits, and what was checked. It needs no words behind it.',
    '/digest',
  ],
  rewrite: [
    'Write it with the words that you want to change. I look for words that say less, and read them with the same rules.',
    '/rewrite Thank you for coming in last week!',
  ],
  approve: [
    'Write it with the words that are to go out, and I ask a colleague to look at them first. Without words you see ' +
      'what waits.',
    '/approve We are open this Saturday from 9 to 1.',
  ],
  photo: [
    'Send me a photo or a short video before it goes out, with the words that go with it. I look for faces, people, ' +
      'screens, names and what is hidden in the file.',
    '/photo',
  ],
  authorization: [
    'This finds signed forms by their code. Without a code you see them all.',
    '/authorization AUT-2026-0001',
  ],
}

export const isExplained = (skill: string) => Object.hasOwn(EXPLAINED, skill)

export function explained(skill: string): string {
  const [what, example] = EXPLAINED[skill] as readonly [string, string]
  return `${what}\n\nFor example: ${example}`
}
