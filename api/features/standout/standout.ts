import { z } from 'zod'
import { StandoutAnswer } from '../../../data/model/answers/standout.ts'
import { differsSentence, missingSentence, movedSentence } from '../../../data/model/findings/standout.ts'
import { aboutOf, cellsOf } from '../../figures/about.ts'
import { municipalityOf } from '../../figures/lookup.ts'
import { membersOf } from '../../figures/members.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import { indicatorsInOrder, municipality, reference, wholeNumber } from '../../question/parameters.ts'
import { feature } from '../feature.ts'
import { differing, lacking, moving } from './findings.ts'
import { seenBy } from './seen.ts'

export const standout = feature({
  path: '/standout',
  right: 'open',
  summary: {
    sv: 'Det som sticker ut: störst skillnad mot jämförelsegruppen, störst förändring, det som saknas',
    en: 'What stands out: farthest from the reference, moved most, missing',
  },
  parameters: z.object({
    municipality,
    reference,
    also: indicatorsInOrder("Indicators besides, such as Kolada's outside the catalogue").optional(),
    count: wholeNumber('How many of each', 1, 50).prefault('10'),
  }),
  answer: StandoutAnswer,
  respond: async ({ release, question, language }): Promise<StandoutAnswer> => {
    const { code, shortName: name } = municipalityOf(release, question.municipality)
    const members = membersOf(release, question.reference, language, 'reference')
    const seen = await seenBy(release, members, code, question.also)
    const described = (id: string) => aboutOf(release.indicators.get(id)!, language)
    return {
      municipality: code,
      name,
      reference: { id: members.id, name: members.name },
      differs: differing(seen, question.count).map((found) => {
        const about = described(found.indicator)
        const said = { ...found, name, about, reference: members }
        return { ...found, about, sentence: differsSentence(said, language) }
      }),
      moved: moving(seen, question.count).map((found) => {
        const about = described(found.indicator)
        return { ...found, about, sentence: movedSentence({ ...found, name, about }, language) }
      }),
      missing: lacking(seen)
        .slice(0, question.count)
        .map((found) => {
          const about = described(found.indicator)
          return { ...found, about, sentence: missingSentence({ ...found, name, about }, language) }
        }),
      ...provenanceOf(
        release,
        language,
        seen.map(({ stood }) => stood.source),
      ),
    }
  },
  table: ({ differs, moved, missing, ...answer }) => ({
    name: ['standout', answer.municipality],
    columns: [
      ...columns('municipality', 'name', 'finding', 'indicator', 'title', 'unit', 'period', 'value', 'median'),
      ...columns('difference', 'comparison', 'uncertainty', 'margin', 'band', 'before', 'status', 'sentence'),
      ...provenanceColumns,
    ],
    rows: [
      ...differs.map(({ about, ...found }) => ({ finding: 'differs', ...cellsOf(about), ...found })),
      ...moved.map(({ about, recentTrend, path, ...found }) => ({
        finding: 'moved',
        ...cellsOf(about),
        ...found,
        period: found.to,
      })),
      ...missing.map(({ about, other, ...found }) => ({ finding: 'missing', ...cellsOf(about), ...found })),
    ].map((row) => ({ ...row, municipality: answer.municipality, name: answer.name, ...originOf(answer) })),
  }),
})
