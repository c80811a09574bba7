import type { ProfileAnswer } from '../../../data/model/answers/profile.ts'
import { ask } from '../../api-client/ask.ts'
import type { Context } from '../../page/view.ts'

/** A municipality among all of them, and the spread within the group that it is compared with. */
export type Profiled = { country: ProfileAnswer; group: ProfileAnswer }

/** @throws AskError */
export async function askProfiled({ state, lang }: Context): Promise<Profiled> {
  const area = state.area === 'all' ? '' : state.area
  const question = { municipality: state.municipality, area, period: state.period, sex: state.sex, also: state.mine }
  const [country, group] = await Promise.all(
    ['all', state.group].map((reference) => ask<ProfileAnswer>('profile', { ...question, reference }, lang)),
  )
  return { country: country!, group: group! }
}
