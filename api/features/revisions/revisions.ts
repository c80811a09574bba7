import { z } from 'zod'
import { RevisionsAnswer } from '../../../data/model/answers/revisions.ts'
import { indicatorOf, municipalityOf } from '../../figures/lookup.ts'
import { nameOf } from '../../figures/members.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import { id, wholeNumber } from '../../question/parameters.ts'
import { feature } from '../feature.ts'

type Revision = Omit<RevisionsAnswer['revisions'][number], 'title' | 'name'> & { source: string }

const REVISED = `
  FROM value WHERE previous_loaded_at IS NOT NULL AND municipality NOT LIKE '00%'
    AND ($indicator IS NULL OR indicator = $indicator) AND ($municipality IS NULL OR municipality = $municipality)`

const LATEST = `
  SELECT indicator, municipality, period, sex, previous_value AS before, previous_status AS "beforeStatus",
    previous_loaded_at AS "beforeLoadedAt", value AS now, status AS "nowStatus", loaded_at AS "revisedAt", source
  ${REVISED} ORDER BY loaded_at DESC, indicator, period DESC, municipality, sex LIMIT $count`

export const revisions = feature({
  path: '/revisions',
  right: 'open',
  summary: {
    sv: 'Värden som källan har ändrat sedan de först lästes in',
    en: 'Values that the source has changed since they were first loaded',
  },
  parameters: z.object({
    indicator: id('Only this indicator').optional(),
    municipality: id('Only this municipality').optional(),
    count: wholeNumber('How many at most', 1, 100_000).prefault('1000'),
  }),
  answer: RevisionsAnswer,
  respond: async ({ release, question, language }): Promise<RevisionsAnswer> => {
    const asked = {
      indicator: question.indicator === undefined ? null : indicatorOf(release, question.indicator).id,
      municipality: question.municipality === undefined ? null : municipalityOf(release, question.municipality).code,
    }
    const [counted] = await release.questions.rows<{ count: number }>(
      `SELECT count(*)::INTEGER AS count ${REVISED}`,
      asked,
    )
    const found = await release.questions.rows<Revision>(LATEST, { ...asked, count: question.count })
    return {
      count: counted!.count,
      revisions: found.map(({ source, ...revision }) => ({
        ...revision,
        title: release.indicators.get(revision.indicator)?.title[language] ?? revision.indicator,
        name: nameOf(release, revision.municipality),
      })),
      ...provenanceOf(
        release,
        language,
        found.map(({ source }) => source),
      ),
    }
  },
  table: ({ revisions: rows, ...answer }) => ({
    name: ['revisions'],
    columns: [
      ...columns('indicator', 'title', 'municipality', 'name', 'period', 'sex', 'before', 'beforeStatus'),
      ...columns('beforeLoadedAt', 'now', 'nowStatus', 'revisedAt'),
      ...provenanceColumns,
    ],
    rows: rows.map((row) => ({ ...row, ...originOf(answer) })),
  }),
})
