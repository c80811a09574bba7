/** Lower and upper confidence limit, in the unit of the value they belong to. */
export type Limits = { lower: number; upper: number }

/** A value with its confidence limits, all in one unit; lower ≤ value ≤ upper. */
export type Interval = Limits & { value: number }
