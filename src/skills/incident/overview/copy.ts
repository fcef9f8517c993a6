/** On the page that somebody sees first. */
export const HOME = {
  open: (count: number) => (count === 1 ? 'One incident is open' : `${count} incidents are open`),
  own: 'What you reported',
  ownLine: (number: string, taken: boolean) =>
    taken ? `${number} is in hand. Thank you for reporting it.` : `${number} waits for your privacy officer.`,
  more: (count: number) => `and ${count} more in the list`,
  all: 'All incidents',
} as const

/** One line each, for whoever runs the practice. */
export const WAITING = {
  untaken: (number: string) => `Nobody has taken ${number}`,
  clock: (number: string, clock: string, state?: string) =>
    `${number}: ${clock}${state ? ` (${state})` : ''}`,
  open: (number: string) => `Open ${number}`,
} as const
