import type { Texts } from '../text/index.ts'
import type { View } from './view.ts'

type Entry = { id: keyof Texts['views']; load: () => Promise<{ view: View<unknown> }> }

/** The pages in the order of the menu, each fetched when it is first opened. */
export const VIEWS: readonly Entry[] = [
  { id: 'start', load: () => import('./start.ts') },
  { id: 'compare', load: () => import('./compare.ts') },
  { id: 'profile', load: () => import('./profile.ts') },
  { id: 'matrix', load: () => import('./matrix.ts') },
  { id: 'relation', load: () => import('./relation.ts') },
  { id: 'similar', load: () => import('./similar.ts') },
  { id: 'asi', load: () => import('./asi.ts') },
  { id: 'ubu', load: () => import('./ubu.ts') },
  { id: 'selection', load: () => import('./selection.ts') },
  { id: 'method', load: () => import('./method.ts') },
  { id: 'about', load: () => import('./about.ts') },
]
