import type { Indicator } from '../../../data/model/indicator.ts'
import { notNumber } from '../number.ts'
import type { Reading } from '../reading.ts'
import { doubtful } from './csv.ts'
import { type KoladaValue, koladaValue } from './value.ts'

/** A value of an entry, with whose it is and whether Kolada has taken it back. */
type ToldValue = KoladaValue & { sex: string; deleted: boolean }

/** The values of an entry of Kolada's pages; what cannot be believed is found and left out. */
export function* toldIn(
  values: readonly Record<string, unknown>[],
  indicator: Indicator,
  row: number,
  reading: Reading,
): Generator<ToldValue> {
  for (const { gender, value: number, status, isdeleted } of values) {
    if (number !== null && number !== undefined && typeof number !== 'number') {
      reading.found(notNumber(row, 'value'))
      continue
    }
    const deleted = isdeleted === true
    const told = deleted ? TAKEN_BACK : koladaValue(number ?? null, String(status ?? ''), indicator)
    if (typeof told === 'string') reading.found(doubtful(row, told))
    else yield { sex: String(gender), deleted, ...told }
  }
}

const TAKEN_BACK: KoladaValue = { value: null, status: null, token: null }
