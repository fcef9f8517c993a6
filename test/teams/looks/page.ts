import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const SCRIPT = readFileSync(
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.js'),
  'utf8',
)

/**
 * A page that draws cards with Microsoft's own renderer, in the colours and sizes that Teams gives to it
 * (the host config of its light and its dark look).
 */
export function pageOf(cards: readonly object[], dark: boolean): string {
  const look = dark ? DARK : LIGHT
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Cards</title><style>${styleOf(look)}</style><main></main>
<script>${SCRIPT.replaceAll('</script', '<\\/script')}</script>
<script>
  for (const source of ${JSON.stringify(cards).replaceAll('<', '\\u003c')}) {
    const card = new AdaptiveCards.AdaptiveCard()
    card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig(look))})
    card.parse(source)
    const place = document.createElement('article')
    place.append(card.render())
    document.querySelector('main').append(place)
  }
  document.body.dataset.drawn = 'yes'
</script></html>`
}

interface Look {
  page: string
  card: string
  text: string
  subtle: string
  line: string
  field: string
  accent: string
  onAccent: string
  emphasis: string
  warning: string
  attention: string
  good: string
  highlight: string
  good_text: string
  danger: string
}
const LIGHT: Look = {
  page: '#f5f5f5',
  card: '#ffffff',
  text: '#242424',
  subtle: '#616161',
  line: '#d1d1d1',
  field: '#ffffff',
  accent: '#5b5fc7',
  onAccent: '#ffffff',
  emphasis: '#f0f0f0',
  warning: '#fbf6d9',
  attention: '#fcf4f6',
  good: '#e7f2da',
  highlight: '#fff3a3',
  good_text: '#237b4b',
  danger: '#c4314b',
}
const DARK: Look = {
  page: '#141414',
  card: '#292929',
  text: '#ffffff',
  subtle: '#adadad',
  line: '#525252',
  field: '#1f1f1f',
  accent: '#7f85f5',
  onAccent: '#141414',
  emphasis: '#1f1f1f',
  warning: '#463100',
  attention: '#3e1f25',
  good: '#0d2e0d',
  highlight: '#6b5b00',
  good_text: '#92c353',
  danger: '#f9526b',
}

const styleOf = (look: Look) => `
  body { margin: 0; padding: 12px; background: ${look.page}; font: 14px/20px "Segoe UI", system-ui, sans-serif; }
  main { display: grid; gap: 12px; max-width: 720px; min-width: 0; }
  article { background: ${look.card}; border: 1px solid ${look.line}; border-radius: 4px; min-width: 0; overflow-wrap: anywhere; }
  .ac-richTextBlock, .ac-textBlock { overflow-wrap: anywhere; }
  .ac-pushButton { min-height: 32px; padding: 5px 12px; border: 1px solid ${look.line}; border-radius: 4px; background: ${look.card};
    color: ${look.text}; font: 600 14px/20px "Segoe UI", system-ui, sans-serif; white-space: normal; }
  .ac-pushButton.style-positive { background: ${look.accent}; border-color: ${look.accent}; color: ${look.onAccent}; }
  .ac-pushButton.style-destructive { color: ${look.danger}; border-color: ${look.danger}; }
  .ac-input, textarea, select, input { background: ${look.field}; color: ${look.text}; border: 1px solid ${look.line};
    border-radius: 4px; font: inherit; box-sizing: border-box; }
  .ac-input label, label, .ac-input-label { color: ${look.text}; }
  textarea { min-height: 96px; padding: 6px; }
  select, input:not([type=checkbox]) { min-height: 32px; padding: 4px 6px; }
`

const hostConfig = (look: Look) => {
  const colors = (text: string) => ({
    default: {
      default: text,
      subtle: look.subtle,
      highlightColors: { default: look.highlight, subtle: look.highlight },
    },
    attention: { default: look.danger, subtle: look.danger },
    good: { default: look.good_text, subtle: look.good_text },
  })
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: colors(look.text) })
  return {
    supportsInteractivity: true,
    fontFamily: '"Segoe UI", system-ui, sans-serif',
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: look.line },
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    containerStyles: {
      default: style(look.card),
      emphasis: style(look.emphasis),
      warning: style(look.warning),
      attention: style(look.attention),
      good: style(look.good),
    },
    inputs: { label: { inputSpacing: 'small', requiredInputs: { suffix: ' *', suffixColor: 'attention' } } },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  }
}
