import { catalogue } from '../../../data/catalogue/index.ts'
import type { Unit } from '../../../data/store/units.ts'
import { pointsOutPerson } from '../../check/person.ts'
import { say } from '../../language.ts'
import { type FigureCheck, personal } from '../figure-check.ts'
import type { Reading } from '../reading.ts'
import { toldIn } from './told.ts'

/** Values of a unit, as Kolada's /oudata has them. */
export type UnitEntry = { kpi: string; ou: string; period: number; values: Record<string, unknown>[] }

/** Takes a unit as Kolada's /ou describes it, where it is of a municipality: regions have units too. */
export function describeUnit({ id, title, municipality }: DescribedUnit, row: number, reading: Reading): void {
  if (!catalogue().municipalityByCode.has(municipality)) return
  if (pointsOutPerson(title)) reading.found(namesPerson(row))
  else reading.unit({ id, municipality, name: title.trim() })
}

type DescribedUnit = { id: string; title: string; municipality: string }

/** Reads the values of a unit that was described before them. */
export function readUnitEntry(
  { kpi, ou, period, values }: UnitEntry,
  row: number,
  check: FigureCheck,
  reading: Reading,
) {
  const indicator = check.indicator(row, kpi)
  const unit = reading.units.get(ou)
  if (!unit) reading.found(unknownUnit(row))
  if (!indicator || !unit) return
  for (const { sex, deleted, ...told } of toldIn(values, indicator, row, reading)) {
    const figure = { indicator, municipality: unit.municipality, period, sex, deleted, ...told }
    if (check.isSound(row, figure)) take(row, { ...figure, unit }, reading)
  }
}

type Believed = Omit<Parameters<FigureCheck['isSound']>[1], 'municipality'> & { unit: Unit }

function take(
  row: number,
  { indicator, sex, period, value, status, deleted = false, unit }: Believed,
  reading: Reading,
) {
  const figure = { indicator: indicator.id, sex: sex as 'T' | 'K' | 'M', period, unit: unit.id, value, status, deleted }
  if (!reading.takeOfUnit(figure)) reading.found(repeated(row))
}

const namesPerson = (row: number) => fault(row, 'title', 'identity', personal())

const unknownUnit = (row: number) =>
  fault(
    row,
    'ou',
    'unknown-unit',
    say(
      'Enheten är inte beskriven. Läs in Koladas beskrivning (ou) i samma gång.',
      "The unit is not described. Load Kolada's description (ou) along with it.",
    ),
  )

const repeated = (row: number) =>
  fault(
    row,
    null,
    'duplicate',
    say(
      'Samma indikator, enhet, år och kön finns redan tidigare.',
      'The same indicator, unit, year and sex stands earlier.',
    ),
  )

const fault = (row: number, column: string | null, rule: string, message: string) => ({
  row,
  column,
  rule,
  severity: 'error' as const,
  message,
})
