import { createTalk } from './talk.js'

const root = document.getElementById('talk')
const live = document.getElementById('live')
if (root && live) await createTalk(root, live).open()
