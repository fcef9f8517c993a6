/**
 * What Slack takes, in characters and pieces; more than that and it refuses the whole message or view.
 * https://docs.slack.dev/reference/block-kit (blocks, block elements, composition objects, views)
 */
export const LIMITS = {
  message: { blocks: 50, text: 40_000 },
  view: { blocks: 100, title: 24, submit: 24, metadata: 3000, callback: 255 },
  header: 150,
  /** Of one rich text block. Not documented; messages with more are refused now and then. */
  rich: 3000,
  context: { elements: 10, text: 2000 },
  actions: { elements: 25, id: 255 },
  button: { text: 75, value: 2000 },
  input: { label: 2000, hint: 2000, block: 255 },
  typed: 3000,
  option: { text: 75, value: 150 },
  options: { select: 100, checkboxes: 10, radio: 10, overflow: 5 },
  placeholder: 150,
} as const

/** Characters of one message's blocks as JSON: far below the limit, so that it can be read on a phone. */
export const READABLE = 14_000
/** Messages for one reply; what comes after is summed up in one line. */
export const MOST_MESSAGES = 4
