import { asSentence, type Lang, writeValue } from '../numbers.ts'
import type { Compared as Answer } from './compared.ts'
import { joined, say } from './finding.ts'
import { missingWord } from './missing.ts'
import { inPlace } from './whom.ts'

/** The values of those that are shown beside the own municipality, in the order that they were chosen; empty without any. */
export function alsoSentence(answer: Answer, codes: readonly string[], lang: Lang): string {
  const told = codes.flatMap((code) => {
    const row = answer.rows.find(({ municipality }) => municipality === code)
    if (!row) return []
    const value = row.value === null ? missingWord(row.status, lang) : writeValue(row.value, answer.about, lang)
    return [`${inPlace(row.name, lang)} ${value}`]
  })
  return told.length === 0
    ? ''
    : `${asSentence(say(lang, `även ${joined(told, lang)}`, `also ${joined(told, lang)}`))}.`
}
