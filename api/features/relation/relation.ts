import { z } from 'zod'
import { asRatio, asReckoned } from '../../../data/figures/precision.ts'
import type { Subject } from '../../../data/figures/subject.ts'
import { RelationAnswer } from '../../../data/model/answers/relation.ts'
import { fittedBand, linearFit, pearson, spearman } from '../../../data/stats/index.ts'
import { aboutOf } from '../../figures/about.ts'
import { indicatorOf } from '../../figures/lookup.ts'
import { inSwedishOrder, membersOf, nameOf } from '../../figures/members.ts'
import { periodOf } from '../../figures/period.ts'
import { originOf, provenanceOf } from '../../figures/provenance.ts'
import { figuresIn } from '../../figures/standing.ts'
import { subjectOf } from '../../figures/subject.ts'
import { columns, provenanceColumns } from '../../formats/columns.ts'
import { groupOf, id, sex, year } from '../../question/parameters.ts'
import type { OpenRelease } from '../../release/open-release.ts'
import { feature } from '../feature.ts'

const STEPS = 40

export const relation = feature({
  path: '/relation',
  right: 'open',
  summary: { sv: 'Två indikatorer mot varandra: samband', en: 'Two indicators against each other: correlation' },
  parameters: z.object({
    x: id('Indicator along x'),
    y: id('Indicator along y'),
    period: year('Year of both; without it the latest of each').optional(),
    group: groupOf('Municipalities to relate').prefault('all'),
    sex,
  }),
  answer: RelationAnswer,
  respond: async ({ release, question, language }): Promise<RelationAnswer> => {
    const members = membersOf(release, question.group, language, 'group')
    const asked = [indicatorOf(release, question.x, 'x'), indicatorOf(release, question.y, 'y')]
    const subjects = await Promise.all(asked.map((one) => subjectOf(release, one, question.sex)))
    const axis = (index: 0 | 1) => axisOf(release, subjects[index]!, question.period, index === 0 ? 'x' : 'y')
    const [x, y] = [axis(0), axis(1)]
    const points = inSwedishOrder(release, new Set(members.codes)).map((code) => pointOf(release, code, x, y))
    const pairs = points.flatMap(({ x: px, y: py, municipality, name }) =>
      px.value === null || py.value === null ? [] : [{ municipality, name, x: px.value, y: py.value }],
    )
    const described = ({ subject, period }: Axis) => ({
      indicator: subject.indicator.id,
      period,
      about: aboutOf(subject.indicator, language),
    })
    return {
      x: described(x),
      y: described(y),
      sex: question.sex,
      group: { id: members.id, name: members.name },
      pairs,
      missing: points.filter(isIncomplete).map(({ municipality, name, x: px, y: py }) => ({
        municipality,
        name,
        x: px.value,
        xStatus: px.status,
        y: py.value,
        yStatus: py.status,
      })),
      ...strengthOf(pairs, x.subject, y.subject),
      ...provenanceOf(
        release,
        language,
        points.flatMap((point) => [point.x.source, point.y.source]),
        [x.subject.indicator, y.subject.indicator],
      ),
    }
  },
  table: ({ pairs, missing, ...answer }) => ({
    name: ['relation', answer.x.indicator, answer.y.indicator],
    columns: [...columns('municipality', 'name', 'x', 'xStatus', 'y', 'yStatus'), ...provenanceColumns],
    rows: [...pairs, ...missing].map((point) => ({ ...point, ...originOf(answer) })),
  }),
})

type Axis = { subject: Subject; period: number; field: ReturnType<typeof figuresIn> }
type Point = ReturnType<typeof pointOf>

function axisOf(release: OpenRelease, subject: Subject, asked: number | undefined, parameter: string): Axis {
  const period = periodOf(release, subject, asked, { parameter })
  return { subject, period, field: figuresIn(release, subject, period) }
}

const pointOf = (release: OpenRelease, code: string, x: Axis, y: Axis) => ({
  municipality: code,
  name: nameOf(release, code),
  x: x.field.get(code)!,
  y: y.field.get(code)!,
})

const isIncomplete = ({ x, y }: Point) => x.value === null || y.value === null

/** Both correlations and the fitted line with its band; null or empty where nothing can be said. */
function strengthOf(pairs: readonly { x: number; y: number }[], along: Subject, up: Subject) {
  const x = pairs.map((pair) => pair.x)
  const y = pairs.map((pair) => pair.y)
  const fit = linearFit(x, y)
  return {
    n: pairs.length,
    pearson: asRatio(pearson(x, y)?.r ?? null),
    spearman: asRatio(spearman(x, y)?.rho ?? null),
    slope: asRatio(fit?.slope ?? null),
    intercept: asReckoned(fit?.intercept ?? null, up.precision),
    line: lineOf(x, y).map((point) => ({
      x: asReckoned(point.x, along.precision),
      y: asReckoned(point.y, up.precision),
      lower: asReckoned(point.lower, up.precision),
      upper: asReckoned(point.upper, up.precision),
    })),
  }
}

function lineOf(x: readonly number[], y: readonly number[]) {
  if (x.length === 0) return []
  const [min, max] = [Math.min(...x), Math.max(...x)]
  const at = Array.from({ length: STEPS + 1 }, (_, step) => min + ((max - min) * step) / STEPS)
  const band = fittedBand(x, y, at) ?? []
  return band.map(({ value, lower, upper }, step) => ({ x: at[step]!, y: value, lower, upper }))
}
