import { z } from 'zod'
import { StandoutAnswer } from '../../../data/model/answers/standout.ts'
import { differsSentence, missingSentence, movedSentence } from '../../../data/model/findings/standout.ts'
import { aboutOf } from '../../figures/about.ts'
import { BACKGROUND, municipalityOf } from '../../figures/lookup.ts'
import { membersOf } from '../../figures/members.ts'
import { latestPeriod } from '../../figures/period.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { standingOf } from '../../figures/standing.ts'
import { subjectsOf } from '../../figures/subject.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import { municipality, reference, wholeNumber } from '../../question/parameters.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'
import { differing, lacking, moving } from './findings.ts'

export const standout = feature({
  path: '/standout',
  right: 'open',
  summary: {
    sv: 'Det som sticker ut: störst skillnad mot jämförelsegruppen, störst förändring, det som saknas',
    en: 'What stands out: farthest from the reference, moved most, missing',
  },
  parameters: z.object({ municipality, reference, count: wholeNumber('How many of each', 1, 50).prefault('10') }),
  answer: StandoutAnswer,
  respond: async ({ release, question, language }): Promise<StandoutAnswer> => {
    const { code, shortName: name } = municipalityOf(release, question.municipality)
    const members = membersOf(release, question.reference, language, 'reference')
    const subjects = await subjectsOf(release, judgedIndicators(release), 'T')
    const standings = subjects.flatMap((subject) => {
      const period = latestPeriod(release, subject.indicator)
      return period === null ? [] : [standingOf(release, subject, period, members)]
    })
    const described = (id: string) => aboutOf(release.indicators.get(id)!, language)
    return {
      municipality: code,
      name,
      reference: { id: members.id, name: members.name },
      differs: differing(standings, code, question.count).map((found) => {
        const about = described(found.indicator)
        const said = { ...found, name, about, reference: members }
        return { ...found, about, sentence: differsSentence(said, language) }
      }),
      moved: moving(standings, code, question.count).map((found) => {
        const about = described(found.indicator)
        return { ...found, about, sentence: movedSentence({ ...found, name, about }, language) }
      }),
      missing: lacking(standings, code)
        .slice(0, question.count)
        .map((found) => {
          const about = described(found.indicator)
          return { ...found, about, sentence: missingSentence({ ...found, name, about }, language) }
        }),
      ...provenanceOf(
        release,
        language,
        standings.map(({ field }) => field.get(code)?.source ?? null),
      ),
    }
  },
  table: ({ differs, moved, missing, ...answer }) => ({
    name: ['standout', answer.municipality],
    columns: [
      ...columns('municipality', 'name', 'finding', 'indicator', 'title', 'unit', 'period', 'value', 'median'),
      ...columns('difference', 'comparison', 'band', 'before', 'status', 'sentence'),
      ...provenanceColumns,
    ],
    rows: [
      ...differs.map(({ about, ...found }) => ({ finding: 'differs', ...about, ...found })),
      ...moved.map(({ about, recentTrend, path, ...found }) => ({
        finding: 'moved',
        ...about,
        ...found,
        period: found.to,
      })),
      ...missing.map(({ about, ...found }) => ({ finding: 'missing', ...about, ...found })),
    ].map((row) => ({ ...row, municipality: answer.municipality, name: answer.name, ...originOf(answer) })),
  }),
})

const judgedIndicators = (release: OpenRelease) =>
  [...release.indicators.values()].filter(({ area }) => area !== BACKGROUND)
