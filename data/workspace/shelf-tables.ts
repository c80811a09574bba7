/** The knowledge shelf: sources that outlive the session, the page and the unit that found them. */
export interface ShelfTables {
  shelf_source: {
    id: string
    version: number
    title: string
    author: string
    year: number | null
    theme: string
    url: string
    letters: number
    bytes: number | null
    sha256: string | null
    account: string
    saved_at: string
  }
  shelf_text: { source: string; text: string }
  /** How many times a word stands in a source; those of its title count more. */
  shelf_word: { source: string; word: string; weight: number }
  /** A kept PDF in pieces, as base64: so it follows every copy of the workspace. */
  shelf_piece: { source: string; place: number; data: string }
}

/** In an order in which they can be filled. */
export const shelfTables = [
  'shelf_source',
  'shelf_text',
  'shelf_word',
  'shelf_piece',
] as const satisfies readonly (keyof ShelfTables)[]
