import type { ProfileRow } from '../../../data/model/answers/profile.ts'
import type { Texts } from '../../text/index.ts'

type Rows = readonly Pick<ProfileRow, 'about'>[]

/** Whether any row has a direction: only then is one end of its line the best. */
export const hasDirection = (rows: Rows): boolean => rows.some(({ about }) => about.direction !== 'neutral')

/** What the ends of the lines are called. */
export const endsOf = (rows: Rows, { profile }: Texts): { worst: string; best: string } =>
  hasDirection(rows) ? { worst: profile.worst, best: profile.best } : { worst: profile.lowest, best: profile.highest }
