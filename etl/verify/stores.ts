import { existsSync } from 'node:fs'
import type { Home } from '../../data/store/home.ts'
import { say } from '../language.ts'
import { conditionOfTables } from './tables.ts'
import { damaged, sound, type Verdict } from './verdict.ts'

/** The stores that only the ETL opens: loaded figures and client rows, each read whole. */
export async function verifyStores(home: Home): Promise<Verdict[]> {
  const mends: [string, () => string][] = [
    [home.figures, rebuild],
    [home.vault, fromBackup],
  ]
  const verdicts: Verdict[] = []
  for (const [path, mend] of mends) {
    if (existsSync(path)) verdicts.push(await verifyStore(path, mend))
  }
  return verdicts
}

async function verifyStore(path: string, mend: () => string): Promise<Verdict> {
  const condition = await conditionOfTables(path)
  if (condition === 'whole') return sound(path)
  return condition === 'busy'
    ? damaged(path, say('upptagen av en inläsning som pågår', 'in use by a load that is running'), later())
    : damaged(path, say('skadad, kan inte läsas', 'damaged, cannot be read'), mend())
}

const later = () => say('vänta tills den är klar', 'wait for it to finish')
const rebuild = () =>
  say(
    'npm run etl -- mend bygger upp uppgifterna igen ur den senaste hela utgåvan',
    'npm run etl -- mend rebuilds the figures out of the latest sound release',
  )
const fromBackup = () =>
  say(
    'lägg tillbaka den från säkerhetskopian med npm run etl -- restore FIL, eller lämna in uttagen på nytt',
    'put it back from the backup with npm run etl -- restore FILE, or load the extracts again',
  )
