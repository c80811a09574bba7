import type { Settings } from '../../data/settings.ts'
import { type Database, inTransaction } from '../../data/store/duckdb.ts'
import { conditionOf, emptyFigures, hasFigures, openFigures } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import { emptyVault, listExtracts, openVault } from '../../data/store/vault.ts'

/** Whether a store holds anything real, and anything invented. */
type Kinds = { real: boolean; sample: boolean }
type Stores = { figures: Database; vault: Database; inFigures: Kinds; inVault: Kinds }

async function withStores<T>(home: Home, settings: Settings, work: (stores: Stores) => Promise<T>): Promise<T> {
  const figures = await openFigures(home.figures, settings.JAMSIDES_MEMORY_MB)
  const vault = await openVault(home.vault, settings.JAMSIDES_MEMORY_MB)
  try {
    const { sample } = await conditionOf(figures.connection)
    const any = await hasFigures(figures.connection)
    const extracts = await listExtracts(vault.connection)
    const inVault = { sample: extracts.some((one) => one.sample), real: extracts.some((one) => !one.sample) }
    return await work({ figures, vault, inFigures: { sample: sample && any, real: !sample && any }, inVault })
  } finally {
    vault.close()
    figures.close()
  }
}

/**
 * A release is all sample or all real: once anything real is stored, everything invented goes, in both stores. Run after
 * every load and before every release, so that what was interrupted between the two stores is finished by the next run.
 * @returns whether anything invented was taken away
 */
export function emptySampleBesideReal(home: Home, settings: Settings): Promise<boolean> {
  return withStores(home, settings, async ({ figures, vault, inFigures, inVault }) => {
    if (!inFigures.real && !inVault.real) return false
    if (inVault.sample) await emptyVault(vault.connection)
    if (inFigures.sample) await inTransaction(figures.connection, () => emptyFigures(figures.connection, false))
    return inVault.sample || inFigures.sample
  })
}

/** Whether a home holds anything real, in either store. */
export function holdsRealData(home: Home, settings: Settings): Promise<boolean> {
  return withStores(home, settings, async ({ inFigures, inVault }) => inFigures.real || inVault.real)
}

/** Whether a home holds anything at all that could be published. */
export function holdsAnything(home: Home, settings: Settings): Promise<boolean> {
  return withStores(home, settings, async ({ inFigures, inVault }) =>
    [inFigures, inVault].some(({ real, sample }) => real || sample),
  )
}
