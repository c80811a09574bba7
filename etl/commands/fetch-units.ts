import { catalogue } from '../../data/catalogue/index.ts'
import { nearest } from '../../data/model/nearest.ts'
import { say } from '../language.ts'
import type { KoladaFetch } from '../sources/kolada/fetch.ts'
import { Refusal, WrongUsage } from './outcome.ts'

type UnitOptions = { units?: boolean; municipality?: string; changed?: boolean }

/** The municipalities whose units are wanted: none where the values of municipalities are. @throws WrongUsage */
export function municipalitiesOf({ units = false, municipality, changed = false }: UnitOptions): string[] {
  if (units !== (municipality !== undefined)) throw together()
  if (units && changed) throw notChanged()
  return [...new Set(municipality?.split(',').map((code) => municipalityCode(code.trim())) ?? [])].sort()
}

function municipalityCode(code: string): string {
  const { municipalityByCode } = catalogue()
  if (municipalityByCode.has(code)) return code
  const near = nearest(code, [...municipalityByCode.keys()])
  throw new WrongUsage(
    say(
      `Kommunkoden ${code} finns inte; menade du ${near}?`,
      `There is no municipality ${code}; did you mean ${near}?`,
    ),
  )
}

const together = () =>
  new WrongUsage(
    say(
      'Enheter hämtas kommun för kommun: ange --units och --municipality tillsammans, som --units --municipality 0184.',
      'Units are fetched by municipality: give --units and --municipality together, as --units --municipality 0184.',
    ),
  )

const notChanged = () =>
  new WrongUsage(
    say(
      'Enheter hämtas alltid hela; ange inte --changed. Det som är oförändrat lagras inte på nytt.',
      'Units are always fetched whole; leave out --changed. What is unchanged is not stored again.',
    ),
  )

/** Where there is nothing to ask for by unit, that is said. @throws Refusal */
export function refuseWithoutUnits({ byUnit, municipalities }: Pick<KoladaFetch, 'byUnit' | 'municipalities'>): void {
  if (!byUnit || (byUnit.indicators.length > 0 && byUnit.units.length > 0)) return
  const places = municipalities.join(', ')
  throw new Refusal(
    byUnit.units.length === 0
      ? say(`Kolada har inga enheter i ${places}.`, `Kolada has no units in ${places}.`)
      : say(
          'Ingen av indikatorerna publiceras per enhet. Kolada säger vilka som gör det: has_ou_data.',
          'None of the indicators is published by unit. Kolada says which are: has_ou_data.',
        ),
  )
}

/** Which of the indicators that were asked for by name are not published by unit. */
export function linesOfUnits({ byUnit }: Pick<KoladaFetch, 'byUnit'>, named: readonly string[]): string[] {
  const without = byUnit ? named.filter((id) => !byUnit.indicators.includes(id)) : []
  const ids = without.join(', ')
  return ids === '' ? [] : [say(`Publiceras inte per enhet: ${ids}.`, `Not published by unit: ${ids}.`)]
}
