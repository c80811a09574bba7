import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Home, homeAt } from '../../data/store/home.ts'
import { load } from '../../etl/commands/load.ts'
import type { Bench } from './main.ts'

const at = (name: string) => fileURLToPath(new URL(`../../../shared/data/kolada/${name}`, import.meta.url))
/** Real values lie beside the project where they may be tried; they are no part of it. */
const FILES = [at('values-to-2021.csv.gz'), at('values-2022.csv.gz')]

export const REAL_VALUES = 'real values to 2022'

/** A home with the real values that lie beside the project, made once; null where they do not. */
export async function realHome({ folder, settings }: Bench): Promise<Home | null> {
  if (!FILES.every((file) => existsSync(file))) return null
  const home = homeAt(join(folder, 'real'))
  if (!existsSync(home.current)) await load({ home, settings }, FILES, { release: true })
  return home
}
