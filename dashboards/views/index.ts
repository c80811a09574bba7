import type { Texts } from '../text/index.ts'
import type { View } from './view.ts'

type Entry = { id: keyof Texts['views']; load: () => Promise<{ view: View<unknown> }> }

/** The pages in the order of the menu, each fetched when it is first opened. */
export const VIEWS: readonly Entry[] = [{ id: 'compare', load: () => import('./compare.ts') }]
