import type { Me } from '../../data/model/answers/me.ts'
import type { Lang } from '../../data/model/numbers.ts'
import { act } from './act.ts'
import { forgetAnswers } from './ask.ts'

/** Said on the window when somebody has signed in or out. */
export const SOMEBODY_ELSE = 'jamsides-somebody-else'

/** Who one is; nobody where that cannot be asked. */
export const fetchMe = (lang: Lang): Promise<Me> =>
  act<Me>('GET', 'me', lang).catch(() => ({ account: null, rights: [], publishesFollowUp: false }))

/** What was answered to one is not for another. */
export function becomeSomebodyElse(): void {
  forgetAnswers()
  window.dispatchEvent(new Event(SOMEBODY_ELSE))
}
