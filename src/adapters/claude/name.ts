/** The model that is asked where CHAPERONE_MODEL names none. */
export const DEFAULT_MODEL = 'claude-sonnet-5-5'
