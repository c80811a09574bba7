import type { NotLoadedAnswer } from '../../data/model/answers/not-loaded.ts'
import { ask } from '../api-client/ask.ts'
import type { Context } from '../page/view.ts'
import { searchIn } from '../text/search/index.ts'
import type { Action } from './destination.ts'

const MOST = 5

/**
 * Indicators that Kolada has and the release has not, each with the command that fetches it; to choose one copies that.
 * @throws AskError
 */
export async function notLoadedActions(query: string, { lang }: Context): Promise<Action[]> {
  const words = searchIn(lang)
  const { indicators } = await ask<NotLoadedAnswer>('not-loaded', { q: query.trim().slice(0, 100), count: MOST }, lang)
  return indicators.map(({ id, title, command }) => ({
    value: `kolada-${id}`,
    label: title,
    note: words.inKolada(command),
    act: () =>
      navigator.clipboard.writeText(command).then(
        () => words.commandCopied(command),
        () => command,
      ),
  }))
}
