const nothing = () => {}

/** What the SDK would like to say: it quotes requests, so nobody hears it. */
export const silent = Object.freeze({ error: nothing, warn: nothing, info: nothing, debug: nothing })
