import type { UnitsAnswer } from '../../../../data/model/answers/units.ts'
import { missingWord } from '../../../../data/model/findings/missing.ts'
import { writeBare, writeNumber } from '../../../../data/model/numbers.ts'
import type { Rows } from '../../../native-charts/chart.ts'
import type { Context } from '../../../page/view.ts'
import { exploringIn } from '../../../text/exploring/index.ts'

type Shown = Pick<UnitsAnswer['units'][number], 'name' | 'value' | 'status' | 'n' | 'lower' | 'upper'>

/** The municipality's value and its units under it, a dot with its interval each. */
export function unitsNative(answer: UnitsAnswer, { lang }: Context): Rows {
  const { about, own, units } = answer
  const words = exploringIn(lang).units
  const row = (shown: Shown, isOwn: boolean): Rows['rows'][number] => ({
    name: shown.n === null ? shown.name : `${shown.name} (n = ${writeNumber(shown.n, 0, lang)})`,
    own: isOwn,
    beside: shown.value === null ? missingWord(shown.status, lang) : writeBare(shown.value, about, lang),
    dots: [{ mark: isOwn ? 'own' : 'ink', value: shown.value, lower: shown.lower, upper: shown.upper }],
  })
  return {
    ...{ kind: 'rows', decimals: about.decimals, scale: null, numbered: true, legend: false },
    unit: [about.short, about.unit].filter(Boolean).join(', '),
    marks: [
      { mark: 'own', name: words.own(answer.name) },
      { mark: 'ink', name: words.column },
    ],
    rows: [row({ ...own, name: words.own(answer.name) }, true), ...units.map((one) => row(one, false))],
    zones: [],
    lines: own.value === null ? [] : [{ at: own.value, name: words.own(answer.name) }],
  }
}
