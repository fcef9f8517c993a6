/**
 * Teams refuses a message above about 28 KB, envelope and all.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export const MESSAGE_BYTES = 28_000
/** Of one card, as JSON in UTF-8: the rest is for the envelope and the summary. */
export const CARD_BYTES = 24_000
/** Characters of one stretch of text: small enough that any text of that length fits into a card. */
export const STRETCH = 3000
/** Lines that stand apart; what comes behind runs on. */
export const MOST_LINES = 60
/** Buttons in a row: a phone cuts off the third. */
export const ROW = 2
/** Characters on the buttons of one row: what stands side by side on a narrow phone. */
export const ROW_CHARACTERS = 32
/** Cards for one reply; what comes after is summed up in one line. */
export const MOST_CARDS = 4
/** What a box of a form holds when it opens, in bytes. */
export const BOX_BYTES = 9000
/** Letters of a picture that stands in a card, base64; half of a card, so that words fit beside it. */
export const PICTURE_LETTERS = 14_000
/** Of the buttons behind "More…": with what is around them still a small part of a card. */
export const MENU_BYTES = CARD_BYTES / 4 - 300
