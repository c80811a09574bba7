import type { About } from '../../data/model/answers/figure.ts'
import type { Indicator } from '../../data/model/indicator.ts'
import type { Language } from '../language.ts'

/** What a reader must know to write an indicator's figure down, in the language. */
export const aboutOf = (indicator: Indicator, language: Language): About => ({
  indicator: indicator.id,
  title: indicator.title[language],
  short: indicator.short[language],
  unit: indicator.unitText[language],
  kind: indicator.kind,
  direction: indicator.direction,
  decimals: indicator.decimals,
  children: indicator.children ?? false,
  grades: indicator.grades?.map(({ value, name }) => ({ value, name: name[language] })) ?? null,
  ended: indicator.discontinued,
  area: indicator.area,
  sub: indicator.sub,
})

/** The same for a row of a table, which holds no list. */
export const cellsOf = ({ grades, ...cells }: About): Omit<About, 'grades'> => cells
