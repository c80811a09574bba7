import { z } from 'zod'
import { FeedAnswer } from '../../../data/model/answers/feed.ts'
import { writeDate } from '../../../data/model/dates.ts'
import { entryTitle, feedTitle, nothingNew } from '../../../data/model/findings/feed.ts'
import { newsSentences } from '../../../data/model/findings/release.ts'
import type { Home } from '../../../data/store/home.ts'
import type { Manifest } from '../../../data/store/manifest.ts'
import { listReleases } from '../../../data/store/release.ts'
import { ownOrigin } from '../../access/own-origin.ts'
import { municipalityOf } from '../../figures/lookup.ts'
import { type Members, membersOf } from '../../figures/members.ts'
import type { Language } from '../../language.ts'
import { groupOf, municipality } from '../../question/parameters.ts'
import type { Keeper } from '../../release/keeper.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'
import { releasesHere } from '../releases/edition.ts'
import { atomOf } from './atom.ts'
import { broughtTo, broughtToAll, type Read } from './brought.ts'

/** Releases that are told of: a reader looks more often than ten are built. */
const MOST_ENTRIES = 10

type Place = { code: string; name: string } | null
type Asking = { release: OpenRelease; keeper: Keeper; place: Place; members: Members; language: Language; read: Read }

export const feed = feature({
  path: '/feed.atom',
  right: 'open',
  summary: {
    sv: 'Atomflöde: vad varje utgåva förde med sig, ändrade och flyttade för en kommun och en grupp',
    en: 'Atom feed: what each release brought, revised and moved for a municipality and a group',
  },
  parameters: z.object({
    municipality: municipality.optional(),
    group: groupOf('Compared with').prefault('all'),
  }),
  answer: FeedAnswer,
  edition: releasesHere,
  async respond({ release, question, language, home, keeper }): Promise<FeedAnswer> {
    const place = placeOf(release, question.municipality)
    const members = membersOf(release, question.group, language, 'group')
    const told = releasesTold(home, release)
    const asking = { release, keeper, place, members, language, read: new Map() }
    const entries: FeedAnswer['entries'] = []
    for (const [index, one] of told.slice(0, MOST_ENTRIES).entries())
      entries.push(await entryOf(one, told[index + 1] ?? null, asking))
    return {
      id: idOf(asking),
      title: feedTitle(place?.name ?? null, members.name, language),
      language,
      updated: release.about.builtAt,
      page: pageOf(asking),
      entries,
    }
  },
  deliver: {
    mediaType: 'application/atom+xml',
    send(answer, response, address) {
      const base = ownOrigin(response.req, address)
      const self = `${base}${response.req.originalUrl}`
      response.type('application/atom+xml; charset=utf-8').send(atomOf(answer, base, self))
    },
  },
})

function placeOf(release: OpenRelease, asked: string | undefined): Place {
  if (asked === undefined) return null
  const { code, shortName: name } = municipalityOf(release, asked)
  return { code, name }
}

/** The one in service and those built before it, the last first. */
const releasesTold = (home: Home, { about }: OpenRelease): Manifest[] =>
  listReleases(home).filter(({ builtAt }) => builtAt <= about.builtAt)

const idOf = ({ place, members, language }: Asking): string => `feed ${place?.code ?? ''} ${members.id} ${language}`

function pageOf({ place, members, language }: Asking): string {
  const query = new URLSearchParams({
    ...(place ? { municipality: place.code } : {}),
    group: members.id,
    lang: language,
  })
  return `/?${query}`
}

async function entryOf(one: Manifest, before: Manifest | null, asking: Asking): Promise<FeedAnswer['entries'][number]> {
  const { language } = asking
  const isComparable = before !== null && before.sample === one.sample
  const sources = newsSentences(
    { ...one, current: false },
    isComparable ? { ...before, current: false } : null,
    language,
  )
  const found = isComparable ? await broughtBy(one, before, asking) : []
  return {
    id: `${idOf(asking)} ${one.id}`,
    title: entryTitle(writeDate(one.builtAt, language), one.sample, language),
    updated: one.builtAt,
    sentences: [...sources, ...(found.length > 0 || sources.length > 0 ? found : [nothingNew(language)])],
  }
}

/** Nothing where one of the two can no longer be read: then only its sources are told. */
async function broughtBy(one: Manifest, before: Manifest, asking: Asking): Promise<string[]> {
  const { keeper, place, members, language, read } = asking
  const leases = await Promise.all(
    [keeper.lease(one.id), keeper.lease(before.id)].map((lease) => lease.catch(() => null)),
  )
  try {
    const [now, then] = leases.map((lease) => lease?.release ?? null)
    if (!now || !then) return []
    const pair = { before: then, now, language, read }
    if (place === null) return broughtToAll(pair)
    return now.municipalities.has(place.code) ? await broughtTo(pair, place.code, place.name, members) : []
  } finally {
    for (const lease of leases) lease?.done()
  }
}
