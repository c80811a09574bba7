import type { UnitRow, UnitsAnswer } from '../answers/units.ts'
import { type Lang, several, writeRange, writeValue } from '../numbers.ts'
import { differsFrom, unknownSentence } from './certainty.ts'
import { say, sentences } from './finding.ts'
import { isAnswer } from './kinds.ts'
import { told } from './whom.ts'

type Known = UnitRow & { value: number }

const knownIn = ({ units }: UnitsAnswer) => units.filter((one): one is Known => one.value !== null)

/** How far apart a municipality's units lie; nothing of which is best. */
export function unitsFinding(answer: UnitsAnswer, lang: Lang): string {
  const { about, name } = answer
  const values = knownIn(answer).map(({ value }) => value)
  const where = say(lang, `i ${name}`, `in ${name}`)
  if (values.length === 0)
    return say(lang, `Ingen enhet ${where} har ett värde som visas`, `No unit ${where} has a value that is shown`)
  const who = say(lang, several(values.length, 'enhet', 'enheter'), several(values.length, 'unit', 'units'))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const has = say(lang, 'har', values.length === 1 ? 'has' : 'have')
  if (writeValue(low, about, lang) === writeValue(high, about, lang))
    return told(answer, `${who} ${where}`, has, writeValue(low, about, lang), lang)
  if (isAnswer(about))
    return told(
      answer,
      `${who} ${where}`,
      say(lang, 'skiljer', 'differ'),
      say(lang, 'sig åt', 'from one another'),
      lang,
    )
  const range = writeRange(low, high, about, lang)
  return told(answer, `${who} ${where}`, say(lang, 'ligger', 'lie'), say(lang, `på ${range}`, `at ${range}`), lang)
}

/** What may be said of the differences: how many are beyond chance; and that values of a unit are of few. */
export function unitsSentences(answer: UnitsAnswer, lang: Lang): string {
  return sentences(apartSentence(answer, lang), hiddenSentence(answer, lang), notRankedSentence(lang))
}

function apartSentence(answer: UnitsAnswer, lang: Lang): string {
  const { own, about, name } = answer
  const known = knownIn(answer)
  if (own.value === null || known.length === 0 || isAnswer(about)) return ''
  const judged = known.filter(({ lower }) => lower !== null)
  if (judged.length === 0) return unknownSentence(about.kind === 'amount', lang)
  const apart = judged.filter((one) => differsFrom(one, own.value!)).length
  const value = writeValue(own.value, about, lang)
  if (apart === 0)
    return say(
      lang,
      `Ingen enhet skiljer sig från värdet för ${name}, ${value}, mer än slumpen brukar göra.`,
      `No unit differs from the value of ${name}, ${value}, by more than chance usually makes.`,
    )
  return say(
    lang,
    `${apart} av ${judged.length} skiljer sig från värdet för ${name}, ${value}, mer än slumpen brukar göra.`,
    `${apart} of ${judged.length} differ from the value of ${name}, ${value}, by more than chance usually makes.`,
  )
}

/** Units whose value is not told, and why as published. */
function hiddenSentence({ units }: UnitsAnswer, lang: Lang): string {
  const secret = units.filter(({ status }) => status === 'secrecy').length
  const without = units.filter(({ value }) => value === null).length - secret
  return sentences(
    secret === 0
      ? ''
      : say(
          lang,
          `För ${several(secret, 'enhet', 'enheter')} är uppgiften sekretessbelagd hos källan.`,
          `For ${several(secret, 'unit', 'units')} the source keeps the figure secret.`,
        ),
    without === 0
      ? ''
      : say(
          lang,
          `För ${several(without, 'enhet', 'enheter')} saknas uppgift.`,
          `For ${several(without, 'unit', 'units')} there is no figure.`,
        ),
  )
}

const notRankedSentence = (lang: Lang) =>
  say(
    lang,
    'Enheter är små och olika: de rangordnas inte, och jämförs inte med andra kommuners.',
    'Units are small and unlike one another: they are not ranked, nor compared with those of other municipalities.',
  )
