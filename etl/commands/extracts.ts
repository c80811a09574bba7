import { existsSync } from 'node:fs'
import { openVault, readVault } from '../../data/store/vault.ts'
import { whileCounting } from '../progress.ts'
import { type Delivery, INSTRUMENTS } from './delivery.ts'
import type { Context } from './outcome.ts'

/** Checks the extracts as the vault stands. */
export async function checkExtracts({ home, settings }: Context, delivery: Delivery): Promise<void> {
  const { instruments } = delivery
  if (instruments.length === 0) return
  const vault = existsSync(home.vault) ? await readVault(home.vault, settings.JAMSIDES_MEMORY_MB) : null
  try {
    for (const id of instruments) {
      const source = await INSTRUMENTS[id]()
      const paths = delivery.extractFiles(id).map(({ path }) => path)
      const options = { ...delivery.extractOptions(id), ...(vault ? { vault: vault.connection } : {}) }
      const report = await whileCounting(id.toUpperCase(), (onRows) => source.check(paths, { ...options, onRows }))
      delivery.addExtract(id, report)
      await delivery.proposeMappings(id, report)
    }
  } finally {
    vault?.close()
  }
}

/**
 * Loads the extracts into the vault.
 * @param alone whether nothing was loaded beside them, so that they were not checked before
 * @returns whether the vault has changed
 */
export async function loadExtracts({ home, settings }: Context, delivery: Delivery, alone: boolean): Promise<boolean> {
  const { instruments } = delivery
  if (instruments.length === 0) return false
  const vault = await openVault(home.vault, settings.JAMSIDES_MEMORY_MB)
  let changed = false
  try {
    for (const id of instruments) {
      const source = await INSTRUMENTS[id]()
      const paths = delivery.extractFiles(id).map(({ path }) => path)
      const options = delivery.extractOptions(id)
      const report = await whileCounting(id.toUpperCase(), (onRows) =>
        source.load(paths, { ...options, onRows }, vault),
      )
      if (alone) {
        delivery.addExtract(id, report)
        await delivery.proposeMappings(id, report)
      }
      changed ||= report.stored !== null && !report.stored.unchanged
    }
  } finally {
    vault.close()
  }
  return changed
}
