import type { About } from '../../../../data/model/answers/figure.ts'
import type { SexGap } from '../../../../data/model/findings/sexes.ts'
import { sexOf } from '../../../../data/model/findings/whom.ts'
import { asSentence, writeBare } from '../../../../data/model/numbers.ts'
import type { Rows } from '../../../native-charts/chart.ts'
import type { Context } from '../../../page/view.ts'

/** Women and men as two dots, joined, a row a municipality. */
export function sexesNative(gaps: readonly SexGap[], about: About, { state, lang }: Context): Rows {
  const unlimited = { lower: null, upper: null }
  return {
    ...{ kind: 'rows', unit: about.unit, decimals: about.decimals, scale: null, numbered: true, legend: true },
    marks: [
      { mark: 'ink', name: asSentence(sexOf({ sex: 'K', about }, lang)) },
      { mark: 'compared', name: asSentence(sexOf({ sex: 'M', about }, lang)) },
    ],
    rows: gaps.map((gap) => ({
      name: gap.name,
      own: gap.municipality === state.municipality,
      beside: [gap.women, gap.men].map((value) => writeBare(value, about, lang)).join(' / '),
      dots: [
        { mark: 'ink', value: gap.women, to: gap.men, ...unlimited },
        { mark: 'compared', value: gap.men, ...unlimited },
      ],
    })),
    ...{ zones: [], lines: [] },
  }
}
