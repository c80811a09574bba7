import type { Indicator } from '../../data/model/indicator.ts'
import type { Survey } from '../../data/model/survey.ts'
import type { Figure } from '../../data/store/figure.ts'
import type { Finding } from '../check/report.ts'
import { say } from '../language.ts'

/** Whether what a municipality hands in is its own and no other's; a workbook is all municipalities'. */
export class OwnFigures {
  readonly #own: string
  #foreign = false

  constructor(municipality: string) {
    this.#own = municipality
  }

  /** How all municipalities together have answered is not one municipality's to say. */
  look({ municipality }: Pick<Figure | Survey, 'municipality'>): void {
    if (municipality !== this.#own) this.#foreign = true
  }

  get findings(): Finding[] {
    return this.#foreign ? [foreign()] : []
  }
}

const foreign = (): Finding => ({
  row: null,
  column: 'kommun',
  rule: 'foreign-municipality',
  severity: 'error',
  message: say(
    'Filen har värden för en annan kommun än den som lämnar in. Ta bort de raderna.',
    'The file has values of another municipality than the one that hands in. Take those rows away.',
  ),
})

/** An indicator that others have figures of keeps the title and the unit that it has. */
export const otherDefinition = ({ id, title }: Indicator): Finding => ({
  row: null,
  column: 'titel',
  rule: 'other-definition',
  severity: 'error',
  message: say(
    `Andra kommuner har värden under ${id} med en annan titel: ”${title.sv}”. Skriv titeln likadant, eller ge indikatorn ett eget id.`,
    `Other municipalities have values of ${id} with another title: “${title.sv}”. Write the title alike, or give the indicator an id of its own.`,
  ),
})
