import { type State, writeState } from '../state.ts'

/** What stays the same of a figure's name when the year or the municipality changes: `rang` of `rang-N31807-2024-0184`. */
export const kindOf = (name: string): string => name.split('-')[0]!

/** The page that shows a figure, as a basket writes it: its address without the reader's language and basket. */
export const queryOf = (state: State): string => writeState({ ...state, lang: 'sv', basket: '' }).replace(/^[/?]/, '')
