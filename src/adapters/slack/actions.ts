/** Buttons that the adapter itself answers; all others are "skill/intent". */
export const FORM_ACTION = 'slack/form'
export const COPY_ACTION = 'slack/copy'
/** In an action id: what comes behind only keeps ids apart. */
export const APART = '|'
