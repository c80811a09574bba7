import type { TemplateResult } from 'lit'
import type { Lang } from '../../data/model/numbers.ts'
import type { State } from '../address/state.ts'
import type { Lists } from '../api-client/lists.ts'
import type { Texts } from '../text/index.ts'

/** What a view is given: the choices, the words, the lists, and how to change the choices. */
export type Context = {
  state: State
  lang: Lang
  texts: Texts
  lists: Lists
  /** What the page says above its figures, for documents that they go into. */
  lead?: string
  /** Changes the address, and with it the page. */
  go(change: Partial<State>): void
  /**
   * Puts into the address what the page shows already, without asking for it again.
   * @param title what the browser's tab is called from now on
   * @param isStep Back undoes it
   */
  note(change: Partial<State>, title: string, isStep: boolean): void
  /** The address that `go` would lead to, for a link. */
  href(change: Partial<State>): string
  /** The page of that id, for one that shows figures of others. @throws where it cannot be fetched */
  openView(id: string): Promise<View<unknown>>
}

export type Chooser = 'indicator' | 'other' | 'municipality' | 'place' | 'area' | 'group' | 'period' | 'sex'

/** A page: which choosers stand above it, what it asks the API, and how it shows the answer. */
export type View<Answer> = {
  choosers: readonly Chooser[]
  /** Choosers that only this page has, beside the others. */
  ownChoosers?(answer: Answer, context: Context): TemplateResult
  /** Shows no figures: it can be shown before there is a release. */
  standsAlone?: boolean
  /** Nothing can be shown under these choices before a municipality is chosen. */
  needsMunicipality?(state: State): boolean
  /** @throws AskError */
  ask(context: Context): Promise<Answer>
  /** The finding of the page, for the document's title and the live region. */
  title(answer: Answer, context: Context): string
  show(answer: Answer, context: Context): TemplateResult
}
