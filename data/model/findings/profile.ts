import type { ProfileAnswer, ProfileRow } from '../answers/profile.ts'
import type { Lang } from '../numbers.ts'
import { type Finding, joined, quoted, say, sentences } from './finding.ts'

type Answer = Pick<ProfileAnswer, 'name' | 'rows'>

/** How many of a municipality's indicators are in the best and in the worst quarter, and how many have no value. */
export function profileFinding(answer: Answer, lang: Lang): Finding {
  const judged = answer.rows.filter((row) => row.band !== null)
  if (judged.length === 0) return nothingJudged(answer, lang)
  const best = judged.filter((row) => row.band === 'best')
  const worst = judged.filter((row) => row.band === 'worst')
  return {
    title: quartersTitle(answer.name, best.length, worst.length, judged.length, lang),
    explanation: withoutSentence(answer.rows, lang),
  }
}

function quartersTitle(name: string, best: number, worst: number, of: number, lang: Lang): string {
  const base = indicators(of, lang)
  if (best === 0 && worst === 0) return middleTitle(name, of, lang)
  if (best === 0)
    return say(
      lang,
      `${name} är bland den sämsta fjärdedelen i ${worst} av ${base}`,
      `${name} is in the worst quarter in ${worst} of ${base}`,
    )
  const good = say(
    lang,
    `${name} är bland den bästa fjärdedelen i ${best} av ${base}`,
    `${name} is in the best quarter in ${best} of ${base}`,
  )
  return worst === 0
    ? say(lang, `${good} och bland den sämsta i ingen`, `${good} and in the worst in none`)
    : say(lang, `${good} och bland den sämsta i ${worst}`, `${good} and in the worst in ${worst}`)
}

function middleTitle(name: string, of: number, lang: Lang): string {
  if (of === 1) return say(lang, `${name} är i mittersta hälften`, `${name} is in the middle half`)
  const all = indicators(of, lang)
  return say(lang, `${name} är i mittersta hälften i alla ${all}`, `${name} is in the middle half in all ${all}`)
}

const indicators = (count: number, lang: Lang) =>
  count === 1 ? say(lang, '1 indikator', '1 indicator') : say(lang, `${count} indikatorer`, `${count} indicators`)

/** Where a municipality stands best and worst among the indicators shown together, in a sentence. */
export function extremesSentence({ name, rows }: Answer, lang: Lang): string {
  const judged = rows.filter((row) => row.band !== null)
  if (judged.length === 0) return nothingJudged({ name, rows }, lang).title
  const best = outermost(judged, 'best', lang)
  const worst = outermost(judged, 'worst', lang)
  if (best && worst)
    return say(
      lang,
      `${name} ligger bäst till i ${best}, sämst i ${worst}`,
      `${name} stands best in ${best}, worst in ${worst}`,
    )
  if (best)
    return say(
      lang,
      `${name} ligger bäst till i ${best} och är ingenstans bland den sämsta fjärdedelen`,
      `${name} stands best in ${best} and is nowhere in the worst quarter`,
    )
  if (worst)
    return say(
      lang,
      `${name} ligger sämst till i ${worst} och är ingenstans bland den bästa fjärdedelen`,
      `${name} stands worst in ${worst} and is nowhere in the best quarter`,
    )
  return middleTitle(name, judged.length, lang)
}

/** The indicators farthest out in the band, in quotation marks; several where the place is the same. */
function outermost(rows: readonly ProfileRow[], band: 'best' | 'worst', lang: Lang): string {
  const inBand = rows.filter((row) => row.band === band)
  const sign = band === 'best' ? 1 : -1
  const farthest = Math.min(...inBand.map((row) => sign * share(row)))
  const alike = inBand.filter((row) => sign * share(row) === farthest)
  return joined(
    alike.map(({ about }) => quoted(about.short, lang)),
    lang,
  )
}

/** Near 0 for the first place, 1 for the last. */
const share = (row: ProfileRow) => (row.rank ?? 0) / Math.max(row.of, 1)

function withoutSentence(rows: readonly ProfileRow[], lang: Lang): string {
  const missing = rows.filter((row) => row.value === null).length
  if (missing === 0) return ''
  return missing === 1
    ? say(lang, 'En indikator saknar värde.', 'One indicator has no value.')
    : say(lang, `${missing} indikatorer saknar värde.`, `${missing} indicators have no value.`)
}

function nothingJudged(answer: Answer, lang: Lang): Finding {
  return {
    title: say(lang, `${answer.name}: inget att rangordna här`, `${answer.name}: nothing to rank here`),
    explanation: sentences(
      say(
        lang,
        'Kostnader och volymer har ingen riktning, och värden kan saknas.',
        'Costs and volumes have no direction, and values may be missing.',
      ),
      withoutSentence(answer.rows, lang),
    ),
  }
}
