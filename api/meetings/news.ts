import type { Card } from '../../data/model/meetings/card.ts'
import { writeValue } from '../../data/model/numbers.ts'
import { aboutOf } from '../figures/about.ts'
import { nameOf } from '../figures/members.ts'
import { latestPeriod } from '../figures/period.ts'
import { subjectOf } from '../figures/subject.ts'
import type { Language } from '../language.ts'
import type { OpenRelease } from '../release/open-release.ts'

type Between = {
  old: OpenRelease | null
  release: OpenRelease
  municipalities: readonly string[]
  language: Language
}

/** More names than this are counted instead. */
const MOST_NAMED = 8
const LONGEST = 500

/** What is new in a card's figure between two releases, for the municipalities of the session; empty where nothing is. */
export async function newsOf({ content }: Card, { old, release, municipalities, language }: Between): Promise<string> {
  const id = content.kind === 'figure' ? new URLSearchParams(content.query).get('indicator') : null
  const indicator = id === null ? undefined : release.indicators.get(id)
  if (!old || !indicator || !old.indicators.has(indicator.id)) return ''
  const [before, after] = await Promise.all([seenIn(old, indicator.id), seenIn(release, indicator.id)])
  if (before.period === null || after.period === null) return ''
  const about = aboutOf(indicator, language)
  const write = (value: number | null) => (value === null ? '–' : writeValue(value, about, language))
  const changed = municipalities.flatMap((code) => {
    const [was, is] = [before.valueOf(code), after.valueOf(code)]
    return was === is ? [] : [`${nameOf(release, code)} ${write(was)} → ${write(is)}`]
  })
  if (changed.length === 0) return ''
  const years = before.period === after.period ? `${after.period}` : `${before.period} → ${after.period}`
  const more = changed.length > MOST_NAMED ? ` + ${changed.length - MOST_NAMED}` : ''
  return `${NEW[language]} (${years}): ${changed.slice(0, MOST_NAMED).join(', ')}${more}`.slice(0, LONGEST)
}

const NEW = { sv: 'Nytt sedan förra mötet', en: 'New since the session before' }

/** An indicator's newest year in a release, and the values of that year. */
async function seenIn(release: OpenRelease, id: string) {
  const subject = await subjectOf(release, release.indicators.get(id)!, 'T')
  const period = latestPeriod(release, subject.indicator)
  return { period, valueOf: (code: string) => (period === null ? null : subject.values.value(period, code)) }
}
