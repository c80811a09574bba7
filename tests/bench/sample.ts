import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Home, homeAt } from '../../data/store/home.ts'
import { sample } from '../../etl/commands/sample.ts'
import type { Bench } from './main.ts'

export const SAMPLE_YEARS = '2001-2025'

/** A home with the whole catalogue of many years and some clients, made once. */
export async function sampleHome({ folder, settings }: Bench): Promise<Home> {
  const home = homeAt(join(folder, 'sample'))
  if (!existsSync(home.current)) await sample({ home, settings }, { years: SAMPLE_YEARS, seed: 1, clients: 20 })
  return home
}
