/**
 * Hearts, thanks, applause, smiles, stars and flowers. Others may tell something ("👶", "🦷", "💉"), and a person
 * has to look at them.
 */
const CHEER =
  /^(?:[\s!.,❤♥🧡💛💚💙💜🖤🤍🤎🩷🩵🩶💕💖💗💓💞💘💝🙏👏👍🙌👌🤝✌😊☺🙂😀😃😄😁😂🤣😆😅🥰😍🤗😉😎🤩🥹😇🤭🤪⭐🌟✨💫🎉🎊🥳🎈🔥💯🌸🌼🌻🌷💐🌹🍀🌈]|\u{fe0f}|[\u{1f3fb}-\u{1f3ff}]){1,400}$/u

/** An answer of cheerful signs alone says nothing to anybody; there is nothing in it that was not looked at. */
export function saysNothing(text: string): boolean {
  return CHEER.test(text) && /\p{Extended_Pictographic}/u.test(text)
}
