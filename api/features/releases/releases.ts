import { z } from 'zod'
import { ReleasesAnswer } from '../../../data/model/answers/releases.ts'
import { listReleases } from '../../../data/store/release.ts'
import { columns } from '../../formats/columns.ts'
import { feature } from '../feature.ts'
import { releasesHere } from './edition.ts'

export const releases = feature({
  path: '/releases',
  right: 'open',
  summary: { sv: 'Alla utgåvor och vad de byggdes av', en: 'All releases and what they were built from' },
  parameters: z.object({}),
  answer: ReleasesAnswer,
  edition: releasesHere,
  respond: ({ home, served }): ReleasesAnswer => ({
    releases: listReleases(home).map(({ id, builtAt, sample, sources }) => ({
      id,
      builtAt,
      current: id === served?.about.id,
      sample,
      sources,
    })),
  }),
  table: (answer) => ({
    name: ['releases'],
    columns: columns('id', 'builtAt', 'current', 'sample', 'source', 'rows', 'loadedAt', 'file'),
    rows: answer.releases.flatMap(({ sources, ...release }) => sources.map((source) => ({ ...release, ...source }))),
  }),
})
