/** Sources of indicator values; an indicator belongs to the earliest in this list that has delivered it. */
export const figureSources = ['kolada', 'oj', 'indicators', 'sample'] as const
export type FigureSource = (typeof figureSources)[number]

/** From here on a number is no longer exact to its decimals, and is nothing that anyone counts. */
export const LARGEST_NUMBER = 1e15

const statuses = ['missing', 'secrecy', 'not-applicable'] as const
export type Status = (typeof statuses)[number]

/** One value of one indicator for one municipality, year and sex, as a source delivers it. */
export type Figure = {
  indicator: string
  /** T total, K women, M men. */
  sex: 'T' | 'K' | 'M'
  period: number
  /** Four digits; 0000 is the country, 00NN a region. */
  municipality: string
  /** null exactly where there is a status. */
  value: number | null
  status: Status | null
  /** The mark as the source printed it, null for a number. */
  token: string | null
  numerator: number | null
  denominator: number | null
  /** The 95 % interval as the source states it; both or neither. */
  lower?: number | null
  upper?: number | null
  /** The source has taken the figure back. */
  deleted?: boolean
}
