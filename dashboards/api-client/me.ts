import type { Me } from '../../data/model/answers/me.ts'
import type { Lang } from '../../data/model/numbers.ts'
import { forgetKept, keepAnswer, keptAnswer } from '../offline/kept-answers.ts'
import { act } from './act.ts'
import { forgetAnswers } from './ask.ts'

/** Said on the window when somebody has signed in or out. */
export const SOMEBODY_ELSE = 'jamsides-somebody-else'

/** Who one is; nobody where that cannot be asked. */
export async function fetchMe(lang: Lang): Promise<Me> {
  try {
    const me = await act<Me>('GET', 'me', lang)
    void keepAnswer(addressIn(lang), me)
    return me
  } catch {
    return ((await keptAnswer(addressIn(lang)))?.answer as Me | undefined) ?? NOBODY
  }
}

const addressIn = (lang: Lang) => `/api/v1/me?lang=${lang}`
const NOBODY: Me = { account: null, rights: [], publishesFollowUp: false }

/** What was answered to one is not for another. */
export function becomeSomebodyElse(): void {
  forgetAnswers()
  void forgetKept()
  window.dispatchEvent(new Event(SOMEBODY_ELSE))
}
