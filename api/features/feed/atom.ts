import { createHash } from 'node:crypto'
import type { FeedAnswer } from '../../../data/model/answers/feed.ts'

/** Writes a feed as Atom (RFC 4287). @param base address of the service; @param self the feed's own address */
export function atomOf(feed: FeedAnswer, base: string, self: string): string {
  const { title, language, updated, entries, page } = feed
  const address = `${base}${page}`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${idOf(feed.id)}</id>
  <title>${escaped(title)}</title>
  <updated>${updated}</updated>
  <author><name>Jämsides</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
  <link rel="alternate" type="text/html" href="${escaped(address)}"/>
${entries.map((entry) => entryOf(entry, address)).join('\n')}
</feed>
`
}

function entryOf({ id, title, updated, sentences }: FeedAnswer['entries'][number], address: string): string {
  return `  <entry>
    <id>${idOf(id)}</id>
    <title>${escaped(title)}</title>
    <updated>${updated}</updated>
    <link rel="alternate" type="text/html" href="${escaped(address)}"/>
    <content type="html">${escaped(sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join(''))}</content>
  </entry>`
}

/** An id that stays what it is wherever the service moves. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** As XML writes a text; what XML has no sign for is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
