/**
 * Slack writes the emoji of a message as ":tada:". Nobody posts that, and a rule would read a word where there is
 * a picture. Messages say which character each one is; commands and forms do not, so the ones that practices use
 * stand here, by Slack's names. Another one stays as Slack wrote it.
 */
const NAMED = `
smile 😄 smiley 😃 grinning 😀 grin 😁 laughing 😆 satisfied 😆 joy 😂 rolling_on_the_floor_laughing 🤣 blush 😊
slightly_smiling_face 🙂 upside_down_face 🙃 wink 😉 relaxed ☺️ innocent 😇 heart_eyes 😍 star-struck 🤩
smiling_face_with_3_hearts 🥰 kissing_heart 😘 yum 😋 sunglasses 😎 nerd_face 🤓 hugging_face 🤗 thinking_face 🤔
sob 😭 cry 😢 disappointed 😞 worried 😟 scream 😱 flushed 😳 sweat_smile 😅 relieved 😌 partying_face 🥳 mask 😷
face_with_rolling_eyes 🙄 grimacing 😬 sleeping 😴 pleading_face 🥺 smirk 😏 neutral_face 😐 zipper_mouth_face 🤐
thumbsup 👍 +1 👍 thumbsdown 👎 -1 👎 ok_hand 👌 clap 👏 raised_hands 🙌 pray 🙏 wave 👋 muscle 💪 point_right 👉
point_left 👈 point_up_2 👆 point_down 👇 handshake 🤝 v ✌️ crossed_fingers 🤞 call_me_hand 🤙 heart_hands 🫶 fist 👊
facepunch 👊 hand ✋ raised_hand ✋ writing_hand ✍️ selfie 🤳 nail_care 💅 eyes 👀 lips 👄 tooth 🦷 ear 👂 nose 👃
heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙 purple_heart 💜 black_heart 🖤 white_heart 🤍
brown_heart 🤎 pink_heart 🩷 two_hearts 💕 sparkling_heart 💖 heartpulse 💗 heartbeat 💓 revolving_hearts 💞 cupid 💘
gift_heart 💝 broken_heart 💔 heavy_heart_exclamation_mark_ornament ❣️ heart_exclamation ❣️ 100 💯 boom 💥 fire 🔥
sparkles ✨ star ⭐ star2 🌟 dizzy 💫 tada 🎉 confetti_ball 🎊 balloon 🎈 gift 🎁 birthday 🎂 cake 🍰 cupcake 🧁
trophy 🏆 medal 🏅 first_place_medal 🥇 crown 👑 gem 💎 ribbon 🎀 champagne 🍾 clinking_glasses 🥂 coffee ☕ apple 🍎
sunny ☀️ sun_with_face 🌞 rainbow 🌈 snowflake ❄️ snowman ⛄ umbrella ☔ cloud ☁️ zap ⚡ ocean 🌊 droplet 💧
sweat_drops 💦 cherry_blossom 🌸 rose 🌹 tulip 🌷 sunflower 🌻 hibiscus 🌺 bouquet 💐 blossom 🌼 four_leaf_clover 🍀
seedling 🌱 herb 🌿 leaves 🍃 fallen_leaf 🍂 maple_leaf 🍁 evergreen_tree 🌲 christmas_tree 🎄 jack_o_lantern 🎃
ghost 👻 santa 🎅 turkey 🦃 egg 🥚 hatching_chick 🐣 rabbit 🐰 dog 🐶 cat 🐱 bear 🐻 unicorn_face 🦄 butterfly 🦋 bee 🐝
hospital 🏥 stethoscope 🩺 pill 💊 syringe 💉 ambulance 🚑 microscope 🔬 dna 🧬 adhesive_bandage 🩹 health_worker 🧑‍⚕️
female-doctor 👩‍⚕️ male-doctor 👨‍⚕️ toothbrush 🪥 lotion_bottle 🧴 soap 🧼 mirror 🪞 lipstick 💄 massage 💆 haircut 💇
calendar 📆 date 📅 spiral_calendar_pad 🗓️ clock9 🕘 alarm_clock ⏰ hourglass ⌛ phone ☎️ telephone ☎️ iphone 📱
calling 📲 email ✉️ envelope ✉️ mailbox 📫 love_letter 💌 link 🔗 pushpin 📌 round_pushpin 📍 world_map 🗺️ house 🏠
office 🏢 car 🚗 airplane ✈️ camera 📷 camera_with_flash 📸 movie_camera 🎥 clapper 🎬 microphone 🎤 musical_note 🎵
notes 🎶 mega 📣 loudspeaker 📢 bell 🔔 bulb 💡 mag 🔍 lock 🔒 key 🔑 books 📚 book 📖 pencil ✏️ pencil2 ✏️ memo 📝
clipboard 📋 moneybag 💰 dollar 💵 credit_card 💳 shopping_bags 🛍️ ticket 🎫 package 📦 dart 🎯 rocket 🚀 flag-us 🇺🇸
us 🇺🇸 white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ warning ⚠️ exclamation ❗
heavy_exclamation_mark ❗ bangbang ‼️ question ❓ no_entry ⛔ no_entry_sign 🚫 arrow_right ➡️ arrow_left ⬅️
arrow_down ⬇️ arrow_up ⬆️ new 🆕 free 🆓 copyright ©️ registered ®️ tm ™️ speech_balloon 💬 thought_balloon 💭
baby 👶 child 🧒 boy 👦 girl 👧 man 👨 woman 👩 older_man 👴 older_woman 👵 family 👪 couple 👫 dancer 💃
`
const KNOWN = new Map<string, string>()
for (const [, name, character] of NAMED.matchAll(/(\S+) (\S+)\s/g))
  KNOWN.set(name as string, character as string)

const NAME = /:([a-z0-9_+'-]{1,80}):(?::skin-tone-([2-6]):)?/g
const TONE = 0x1f3f9

/** @param blocks of the message, which name the character of each emoji in it */
export function withEmoji(text: string, blocks?: unknown): string {
  if (!text.includes(':')) return text
  const said = charactersIn(blocks)
  return text.replace(NAME, (whole, name: string, tone: string | undefined) => {
    const character = said.get(name) ?? KNOWN.get(name)
    if (character === undefined) return whole
    return tone === undefined ? character : character + String.fromCodePoint(TONE + Number(tone))
  })
}

/** {type: 'emoji', name: 'tada', unicode: '1f389'}, wherever it stands. A custom emoji has no unicode. */
function charactersIn(blocks: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const open: unknown[] = [blocks]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null) continue
    const { type, name, unicode } = value as { type?: unknown; name?: unknown; unicode?: unknown }
    if (type === 'emoji' && typeof name === 'string' && typeof unicode === 'string') {
      // The colour of skin stands beside the name in the text.
      const points = unicode.split('-').map((hex) => Number.parseInt(hex, 16))
      const plain = points.filter((point) => point < TONE + 2 || point > TONE + 6)
      if (plain.length > 0 && plain.every((point) => point > 0 && point <= 0x10ffff))
        found.set(name, String.fromCodePoint(...plain))
    }
    open.push(...Object.values(value))
  }
  return found
}
