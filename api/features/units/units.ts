import { z } from 'zod'
import { figureAt, figureOf, shown } from '../../../data/figures/figure.ts'
import type { Subject } from '../../../data/figures/subject.ts'
import { type UnitRow, UnitsAnswer } from '../../../data/model/answers/units.ts'
import { swedishOrder } from '../../../data/model/numbers.ts'
import { aboutOf, cellsOf } from '../../figures/about.ts'
import { indicatorOf, municipalityOf } from '../../figures/lookup.ts'
import { periodOf } from '../../figures/period.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { subjectOf } from '../../figures/subject.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import type { Language } from '../../language.ts'
import { indicator, municipality, period, sex } from '../../question/parameters.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'
import { ofMunicipality, type Published } from './of-municipality.ts'

export const units = feature({
  path: '/units',
  right: 'open',
  summary: {
    sv: 'En indikator per enhet inom en kommun, som Kolada publicerar den, bredvid kommunens eget värde',
    en: "One indicator by unit within a municipality, as Kolada publishes it, beside the municipality's own value",
  },
  parameters: z.object({ municipality, indicator, period, sex }),
  answer: UnitsAnswer,
  respond: async ({ release, question, language }): Promise<UnitsAnswer> => {
    const asked = indicatorOf(release, question.indicator)
    const { code, shortName } = municipalityOf(release, question.municipality)
    const subject = await subjectOf(release, asked, question.sex)
    const published = await publishedOf(release, asked.id, question.sex, code)
    const periods = [...new Set(published.map((one) => one.period))]
    const year = periodOf(release, subject, question.period, { further: periods })
    const sizes = asked.base === null ? [] : await publishedOf(release, asked.base, question.sex, code)
    const inYear = published.filter((one) => one.period === year)
    return {
      indicator: asked.id,
      municipality: code,
      name: shortName,
      period: year,
      sex: question.sex,
      about: aboutOf(asked, language),
      own: shown(figureAt(subject, year, code)),
      size: sizeOf(release, asked.base, language),
      periods,
      units: inYear
        .map((one) => rowOf(subject, one, sizes))
        .sort((a, b) => swedishOrder(a.name, b.name) || (a.id < b.id ? -1 : 1)),
      ...provenanceOf(
        release,
        language,
        inYear.map(({ source }) => source),
        [asked],
      ),
    }
  },
  table: ({ units: rows, ...answer }) => ({
    name: ['units', answer.indicator, answer.municipality, String(answer.period)],
    columns: [
      ...columns('indicator', 'title', 'unit', 'period', 'sex', 'municipality', 'name', 'unitId', 'unitName'),
      ...columns('value', 'status', 'n', 'lower', 'upper', 'loadedAt'),
      ...provenanceColumns,
    ],
    rows: rows.map(({ id, name, ...row }) => ({
      ...cellsOf(answer.about),
      period: answer.period,
      sex: answer.sex,
      municipality: answer.municipality,
      name: answer.name,
      unitId: id,
      unitName: name,
      ...row,
      ...originOf(answer),
    })),
  }),
})

function publishedOf(release: OpenRelease, id: string, sexOf: Subject['sex'], code: string): Promise<Published[]> {
  const reckoned = release.reckoned.get(id)
  return reckoned && release.byUnit.has(id)
    ? ofMunicipality(release, { indicator: reckoned.number, sex: sexOf, code })
    : Promise.resolve([])
}

function sizeOf(release: OpenRelease, base: string | null, language: Language): UnitsAnswer['size'] {
  const counted = base === null ? undefined : release.indicators.get(base)
  return counted ? { indicator: counted.id, title: counted.title[language] } : null
}

/** A unit as it is shown: the size that is published for the same year, and what follows from it. */
function rowOf(subject: Subject, { id, name, period: year, ...one }: Published, sizes: readonly Published[]): UnitRow {
  const size = sizes.find((other) => other.id === id && other.period === year)?.value ?? null
  return { id, name, ...shown(figureOf(subject, { ...one, ...NOTHING_BESIDE }, size)), loadedAt: one.loadedAt }
}

const NOTHING_BESIDE = { numerator: null, denominator: null, lower: null, upper: null, previous: null }
