import type { View } from '../page/view.ts'
import type { Texts } from '../text/index.ts'

export type ViewId = keyof Texts['views']

/** The pages in the order of the menu, each fetched when it is first opened. A page is one file here and one line. */
const LOADERS: Readonly<Record<ViewId, () => Promise<{ view: View<unknown> }>>> = {
  start: () => import('./start.ts'),
  compare: () => import('./compare.ts'),
  profile: () => import('./profile.ts'),
  matrix: () => import('./matrix.ts'),
  relation: () => import('./relation.ts'),
  similar: () => import('./similar.ts'),
  surveys: () => import('./surveys.ts'),
  asi: () => import('./asi.ts'),
  ubu: () => import('./ubu.ts'),
  meetings: () => import('./meetings.ts'),
  selection: () => import('./selection.ts'),
  method: () => import('./method.ts'),
  about: () => import('./about.ts'),
}

/** The pages of who is signed in, which the menu does not list. */
const WORK: Readonly<Record<keyof Texts['work'], () => Promise<{ view: View<unknown> }>>> = {
  'sign-in': () => import('./sign-in.ts'),
  link: () => import('./link.ts'),
  account: () => import('./account.ts'),
  accounts: () => import('./accounts.ts'),
  audit: () => import('./audit.ts'),
  atgarder: () => import('./actions.ts'),
  kunskapshylla: () => import('./shelf.ts'),
  'lamna-in': () => import('./hand-in.ts'),
  expected: () => import('./expected.ts'),
  'personal-data': () => import('./personal-data.ts'),
  running: () => import('./running.ts'),
  arbetsbok: () => import('./workbook.ts'),
}

/** The pages in the order of the menu. */
export const VIEW_IDS = Object.keys(LOADERS) as ViewId[]

/** The page of that id, or the first. @throws where the page cannot be fetched */
export async function openView(id: string): Promise<View<unknown>> {
  const loaders: Readonly<Record<string, () => Promise<{ view: View<unknown> }>>> = { ...LOADERS, ...WORK }
  const load = Object.hasOwn(loaders, id) ? loaders[id]! : LOADERS.start
  return (await load()).view
}
