import type { ProfileAnswer, ProfileRow } from '../answers/profile.ts'
import type { Lang } from '../numbers.ts'
import { type Finding, joined, quoted, say, sentences } from './finding.ts'
import { isQuarter, placeOf } from './quarters.ts'
import { childrenIn, type Of, told } from './whom.ts'

type Answer = Pick<ProfileAnswer, 'name' | 'rows'> & Partial<Pick<ProfileAnswer, 'sex'>>

/** How many of a municipality's indicators are in the best and in the worst quarter, and how many have no value. */
export function profileFinding(answer: Answer, lang: Lang): Finding {
  const judged = answer.rows.filter((row) => isQuarter(placeOf(row.band, row)))
  if (judged.length === 0) return nothingJudged(answer, lang)
  const best = judged.filter((row) => placeOf(row.band, row) === 'best')
  const worst = judged.filter((row) => placeOf(row.band, row) === 'worst')
  return {
    title: quartersTitle(ofWhom(answer, judged), best.length, worst.length, judged.length, lang),
    explanation: withoutSentence(answer.rows, lang),
  }
}

/** The answer as one of whom these rows are. */
const ofWhom = (answer: Answer, rows: readonly ProfileRow[]) => ({ ...answer, about: { children: childrenIn(rows) } })

function quartersTitle(answer: Answer & Of, best: number, worst: number, of: number, lang: Lang): string {
  const is = say(lang, 'är', 'is')
  const base = indicators(of, lang)
  if (of === 1 && best + worst === 1) return told(answer, answer.name, is, onlyRest(best === 1, lang), lang)
  if (best === 0 && worst === 0) return told(answer, answer.name, is, middleRest(of, lang), lang)
  if (best === 0)
    return told(
      answer,
      answer.name,
      is,
      say(lang, `i sämsta fjärdedelen i ${worst} av ${base}`, `in the worst quarter in ${worst} of ${base}`),
      lang,
    )
  const good = say(lang, `i bästa fjärdedelen i ${best} av ${base}`, `in the best quarter in ${best} of ${base}`)
  const bad = worst === 0 ? say(lang, 'ingen', 'none') : String(worst)
  return told(
    answer,
    answer.name,
    is,
    say(lang, `${good} och i sämsta i ${bad}`, `${good} and in the worst in ${bad}`),
    lang,
  )
}

function onlyRest(isBest: boolean, lang: Lang): string {
  const quarter = isBest ? say(lang, 'bästa', 'best') : say(lang, 'sämsta', 'worst')
  return say(
    lang,
    `i ${quarter} fjärdedelen i den enda indikator som kan rangordnas`,
    `in the ${quarter} quarter in the only indicator that can be ranked`,
  )
}

function middleRest(of: number, lang: Lang): string {
  if (of === 1) return say(lang, 'i mittersta hälften', 'in the middle half')
  if (of === 2) return say(lang, 'i mittersta hälften i båda indikatorerna', 'in the middle half in both indicators')
  const all = indicators(of, lang)
  return say(lang, `i mittersta hälften i alla ${all}`, `in the middle half in all ${all}`)
}

const indicators = (count: number, lang: Lang) =>
  count === 1 ? say(lang, '1 indikator', '1 indicator') : say(lang, `${count} indikatorer`, `${count} indicators`)

/** Where a municipality stands best and worst among the indicators shown together, in a sentence. */
export function extremesSentence(answer: Answer, lang: Lang): string {
  const judged = answer.rows.filter((row) => isQuarter(placeOf(row.band, row)))
  if (judged.length === 0)
    return told(answer, answer.name, say(lang, 'har', 'has'), say(lang, 'inget att rangordna', 'nothing to rank'), lang)
  const rest = standsRest(outermost(judged, 'best', lang), outermost(judged, 'worst', lang), lang)
  const whose = ofWhom(answer, judged)
  if (rest === '') return told(whose, answer.name, say(lang, 'är', 'is'), middleRest(judged.length, lang), lang)
  return told(whose, answer.name, say(lang, 'ligger', 'stands'), rest, lang)
}

function standsRest(best: string, worst: string, lang: Lang): string {
  if (best && worst) return say(lang, `bäst till i ${best}, sämst i ${worst}`, `best in ${best}, worst in ${worst}`)
  if (best)
    return say(
      lang,
      `bäst till i ${best} och ingenstans i sämsta fjärdedelen`,
      `best in ${best} and nowhere in the worst quarter`,
    )
  if (worst === '') return ''
  return say(
    lang,
    `sämst till i ${worst} och ingenstans i bästa fjärdedelen`,
    `worst in ${worst} and nowhere in the best quarter`,
  )
}

/** More names than this are counted instead. */
const MOST_NAMES = 3

/** The indicators farthest out in the band, in quotation marks; several where the place is the same. */
function outermost(rows: readonly ProfileRow[], band: 'best' | 'worst', lang: Lang): string {
  const inBand = rows.filter((row) => placeOf(row.band, row) === band)
  const sign = band === 'best' ? 1 : -1
  const farthest = Math.min(...inBand.map((row) => sign * share(row)))
  const alike = inBand.filter((row) => sign * share(row) === farthest)
  if (alike.length > MOST_NAMES) return indicators(alike.length, lang)
  return joined(
    alike.map(({ about }) => quoted(about.short, lang)),
    lang,
  )
}

/** Near 0 for the first place, 1 for the last. */
const share = (row: ProfileRow) => (row.rank ?? 0) / Math.max(row.of, 1)

function withoutSentence(rows: readonly ProfileRow[], lang: Lang): string {
  const missing = rows.filter((row) => row.value === null && row.count > 0).length
  if (missing === 0) return ''
  return missing === 1
    ? say(lang, 'En indikator som andra har saknar värde.', 'One indicator that others have has no value.')
    : say(
        lang,
        `${missing} indikatorer som andra har saknar värde.`,
        `${missing} indicators that others have have no value.`,
      )
}

function nothingJudged(answer: Answer, lang: Lang): Finding {
  return {
    title: say(lang, `${answer.name}: inget att rangordna här`, `${answer.name}: nothing to rank here`),
    explanation: sentences(
      say(
        lang,
        'Ingen av indikatorerna har både en riktning och ett värde.',
        'None of the indicators has both a direction and a value.',
      ),
      withoutSentence(answer.rows, lang),
    ),
  }
}
