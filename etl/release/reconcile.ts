import type { Settings } from '../../data/settings.ts'
import { inTransaction } from '../../data/store/duckdb.ts'
import { conditionOf, emptyFigures, hasFigures, openFigures } from '../../data/store/figures.ts'
import type { Home } from '../../data/store/home.ts'
import { emptyVault, listExtracts, openVault } from '../../data/store/vault.ts'

type Kinds = { real: boolean; sample: boolean }

/**
 * A release is all sample or all real: once anything real is stored, everything invented goes, in both stores. Run before
 * every release, so that a load which was interrupted between the two stores is finished by the next.
 * @returns whether anything invented was taken away
 */
export async function emptySampleBesideReal(home: Home, settings: Settings): Promise<boolean> {
  const memory = settings.JAMSIDES_MEMORY_MB
  const figures = await openFigures(home.figures, memory)
  const vault = await openVault(home.vault, memory)
  try {
    const { sample } = await conditionOf(figures.connection)
    const inFigures: Kinds = { sample, real: !sample && (await hasFigures(figures.connection)) }
    const extracts = await listExtracts(vault.connection)
    const inVault: Kinds = { sample: extracts.some((one) => one.sample), real: extracts.some((one) => !one.sample) }
    if (!inFigures.real && !inVault.real) return false
    if (inVault.sample) await emptyVault(vault.connection)
    if (inFigures.sample) await inTransaction(figures.connection, () => emptyFigures(figures.connection, false))
    return inVault.sample || inFigures.sample
  } finally {
    vault.close()
    figures.close()
  }
}

/** Whether a home holds anything real, in either store. */
export async function holdsRealData(home: Home, settings: Settings): Promise<boolean> {
  const figures = await openFigures(home.figures, settings.JAMSIDES_MEMORY_MB)
  const vault = await openVault(home.vault, settings.JAMSIDES_MEMORY_MB)
  try {
    const { sample } = await conditionOf(figures.connection)
    const extracts = await listExtracts(vault.connection)
    return (!sample && (await hasFigures(figures.connection))) || extracts.some((one) => !one.sample)
  } finally {
    vault.close()
    figures.close()
  }
}
