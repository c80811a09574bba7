import { pointsOutPerson } from './person.ts'

const LONGEST = 120

/** A text of a file without what could write lines of its own into a report: line breaks, escape codes, turned writing. */
export function onOneLine(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain
}

/** A text of a file as it may be repeated to a person: one line, and nothing that could point out somebody. */
export function shownText(text: string): string {
  return pointsOutPerson(text) ? '…' : onOneLine(text)
}
