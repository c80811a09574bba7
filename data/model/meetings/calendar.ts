/** Something with a day, for a calendar program. */
export type CalendarEvent = {
  uid: string
  /** `2026-03-01`. */
  date: string
  summary: string
  description: string
}

const FOLD_AT = 75

/**
 * An iCalendar file (RFC 5545) of all-day events, each with a reminder so many days before.
 * @param stampedAt when it was made, ISO 8601
 */
export function calendar(events: readonly CalendarEvent[], name: string, stampedAt: string, remindDays = 14): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jamsides//Analysis sessions//SV',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => linesOf(event, stampedAt, remindDays)),
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

function linesOf({ uid, date, summary, description }: CalendarEvent, stampedAt: string, remindDays: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@jamsides`,
    `DTSTAMP:${stampedAt.replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    `TRIGGER:-P${remindDays}D`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (letter) => `\\${letter}`).replace(/\r\n|[\r\n]/g, '\\n')

const encoder = new TextEncoder()

/** Lines of at most 75 bytes; a letter of several bytes is never cut, and the lines that follow begin with a space. */
function folded(line: string): string[] {
  const lines: string[] = []
  let current = ''
  let size = 0
  for (const letter of line) {
    const bytes = encoder.encode(letter).length
    if (size + bytes > FOLD_AT) {
      lines.push(current)
      current = ' '
      size = 1
    }
    current += letter
    size += bytes
  }
  return [...lines, current]
}
