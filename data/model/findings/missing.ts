import type { Lang } from '../numbers.ts'
import { say } from './finding.ts'

/** Why there is no value, as a clause without a full stop. */
export function reasonMissing(status: string | null, lang: Lang): string {
  if (status === 'secrecy') return say(lang, 'uppgiften omfattas av sekretess', 'the figure is covered by secrecy')
  if (status === 'not-applicable') return say(lang, 'uppgiften är inte tillämplig', 'the figure does not apply')
  if (status === 'protected') return say(lang, 'uppgiften visas inte', 'the figure is not shown')
  return say(lang, 'uppgift saknas', 'no figure was reported')
}

/** The same in a word or two, for a cell or a label. */
export function missingWord(status: string | null, lang: Lang): string {
  if (status === 'secrecy') return say(lang, 'sekretess', 'secrecy')
  if (status === 'not-applicable') return say(lang, 'ej tillämpligt', 'not applicable')
  if (status === 'protected') return say(lang, 'visas inte', 'not shown')
  return say(lang, 'uppgift saknas', 'missing')
}
