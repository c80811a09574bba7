import { z } from 'zod'
import { RevisionsAnswer } from '../../../data/model/answers/revisions.ts'
import { indicatorOf, municipalityOf } from '../../figures/lookup.ts'
import { nameOf } from '../../figures/members.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import { id, wholeNumber } from '../../question/parameters.ts'
import { feature } from '../feature.ts'
import { releasesHere } from '../releases/edition.ts'
import { movedPlaces } from './moved-places.ts'
import { countRevised, indicatorsRevised, latestRevised, releaseBefore } from './revised.ts'

export const revisions = feature({
  path: '/revisions',
  right: 'open',
  summary: {
    sv: 'Värden som källan har ändrat sedan de först lästes in, eller sedan utgåvan före, och vad det gjorde med en kommuns plats',
    en: 'Values that the source has changed since they were first loaded, or since the release before, and what it did to a place',
  },
  parameters: z.object({
    indicator: id('Only this indicator').optional(),
    municipality: id('Only this municipality').optional(),
    since: z.enum(['first', 'release']).prefault('first').describe('Since first loaded, or since the release before'),
    place: id('What the revisions did to this municipality’s place').optional(),
    count: wholeNumber('How many at most', 1, 100_000).prefault('1000'),
  }),
  answer: RevisionsAnswer,
  edition: releasesHere,
  respond: async ({ home, release, question, language }): Promise<RevisionsAnswer> => {
    const before = question.since === 'release' ? releaseBefore(home, release) : null
    const wanted = {
      indicator: question.indicator === undefined ? null : indicatorOf(release, question.indicator).id,
      municipality: question.municipality === undefined ? null : municipalityOf(release, question.municipality).code,
      // Before the first release nothing was published that could have been revised.
      since: question.since === 'release' ? (before?.builtAt ?? release.about.builtAt) : null,
    }
    const place = question.place === undefined ? null : municipalityOf(release, question.place, 'place').code
    const indicators = await indicatorsRevised(release, wanted.since)
    const isAny = indicators.length > 0
    const found = isAny ? await latestRevised(release, wanted, question.count) : []
    return {
      count: found.length < question.count ? found.length : await countRevised(release, wanted),
      revisions: found.map(({ source, ...revision }) => ({
        ...revision,
        title: release.indicators.get(revision.indicator)?.title[language] ?? revision.indicator,
        name: nameOf(release, revision.municipality),
      })),
      since: before,
      indicators,
      places: place === null || !isAny ? [] : await movedPlaces(release, place, wanted.since, language),
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
