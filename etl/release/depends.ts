import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogue } from '../../data/catalogue/index.ts'
import type { Group } from '../../data/model/group.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import type { Definitions } from './definitions.ts'
import type { Sums } from './stored-sums.ts'

/** Where everything stands by which a release's rows are made out of the stored figures: another program makes them anew. */
const MAKERS = ['data/figures', 'data/model', 'data/stats', 'etl/release']
const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** For each indicator with figures a digest of all that its rows in a release depend on, by its id in the order of positions. */
export function digestsOf(definitions: Definitions, { figures, revisions }: Sums): Map<string, string> {
  const groups = definitions.comparison_group.filter(({ definition }) => isReckoned(JSON.parse(definition)))
  const common = digest([programDigest(), definitions.municipality, groups, catalogue().areas])
  const digests = definitions.indicator.flatMap(({ id, definition }): [string, string][] => {
    const own = figures.get(id)
    if (!own) return []
    const { base }: Indicator = JSON.parse(definition)
    const counted = base === null ? null : figures.get(base)
    return [[id, digest([common, definition, own, revisions.get(id), counted])]]
  })
  return new Map(digests)
}

/** What is reckoned with a release is of groups that everyone has. */
const isReckoned = ({ kind }: Group): boolean => kind !== 'similar'

const digest = (all: unknown): string => createHash('sha256').update(JSON.stringify(all)).digest('base64url')

let known: string | null = null

function programDigest(): string {
  known ??= digest(
    MAKERS.flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .sort()
        .map((name) => [name, readFileSync(join(PROJECT, folder, name), 'utf8')]),
    ),
  )
  return known
}
