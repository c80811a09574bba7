import { z } from 'zod'
import type { Figure } from '../../../data/figures/figure.ts'
import { FunnelAnswer } from '../../../data/model/answers/funnel.ts'
import type { Indicator } from '../../../data/model/indicator.ts'
import { aboutOf, cellsOf } from '../../figures/about.ts'
import { indicatorOf } from '../../figures/lookup.ts'
import { inSwedishOrder, membersOf, nameOf } from '../../figures/members.ts'
import { periodOf } from '../../figures/period.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { figuresIn } from '../../figures/standing.ts'
import { subjectOf } from '../../figures/subject.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import { invalidQuestion } from '../../problem.ts'
import { indicator, period, reference, sex } from '../../question/parameters.ts'
import { feature } from '../feature.ts'
import { funnelOf, type Unit } from './limits.ts'

const Kind = z.enum(['proportion', 'rate'])

export const funnel = feature({
  path: '/funnel',
  right: 'open',
  summary: {
    sv: 'Trattdiagram: vilka som avviker mer än slumpen, med justering för överspridning',
    en: 'Funnel plot: who differs by more than chance, with adjustment for overdispersion',
  },
  parameters: z.object({
    indicator,
    period,
    kind: Kind.optional().describe('Follows from the indicator: proportion for shares, rate for rates'),
    reference,
    sex,
  }),
  answer: FunnelAnswer,
  respond: async ({ release, question, language }): Promise<FunnelAnswer> => {
    const asked = indicatorOf(release, question.indicator)
    const kind = kindOf(asked, question.kind)
    const members = membersOf(release, question.reference, language, 'reference')
    const subject = await subjectOf(release, asked, question.sex)
    const year = periodOf(release, subject, question.period)
    const field = figuresIn(release, subject, year)
    const codes = inSwedishOrder(release, new Set(members.codes))
    const drawn = funnelOf(subject, kind, codes.map((code) => field.get(code)!).flatMap(unitOf))
    return {
      indicator: asked.id,
      period: year,
      sex: question.sex,
      about: aboutOf(asked, language),
      kind,
      reference: { id: members.id, name: members.name },
      pooled: drawn.pooled,
      overdispersion: drawn.overdispersion,
      points: codes.map((code) => {
        const figure = field.get(code)!
        const [unit] = unitOf(figure)
        return {
          municipality: code,
          name: nameOf(release, code),
          value: figure.value,
          status: figure.status,
          n: figure.n,
          ...(unit ? drawn.outside(unit) : { outside: null, outsideAdjusted: null }),
        }
      }),
      limits: drawn.limits,
      ...provenanceOf(
        release,
        language,
        codes.map((code) => field.get(code)!.source),
        [asked],
      ),
    }
  },
  table: ({ points, about, ...answer }) => ({
    name: ['funnel', answer.indicator, String(answer.period)],
    columns: [
      ...columns('indicator', 'title', 'unit', 'period', 'sex', 'municipality', 'name', 'value', 'status', 'n'),
      ...columns('outside', 'outsideAdjusted'),
      ...provenanceColumns,
    ],
    rows: points.map((point) => ({
      ...cellsOf(about),
      period: answer.period,
      sex: answer.sex,
      ...point,
      ...originOf(answer),
    })),
  }),
})

function kindOf({ id, kind }: Indicator, asked: z.infer<typeof Kind> | undefined): z.infer<typeof Kind> {
  const own = kind === 'share' ? 'proportion' : kind === 'rate' ? 'rate' : null
  if (own !== null && (asked === undefined || asked === own)) return own
  const path = own === null ? 'indicator' : 'kind'
  const why = {
    sv: own === null ? 'en tratt finns bara för andelar och tal per invånare.' : `den är ${own}.`,
    en: own === null ? 'a funnel exists for shares and rates only.' : `it is a ${own}.`,
  }
  throw invalidQuestion([{ path, message: { sv: `${id}: ${why.sv}`, en: `${id}: ${why.en}` } }])
}

const unitOf = ({ value, n, events }: Figure): Unit[] =>
  value === null || n === null || events === null || n <= 0 ? [] : [{ value, n, events }]
