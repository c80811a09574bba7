/** What an indicator may be called: Kolada's id, or the one that a workbook's mapping or a local file gives it. */
export const INDICATOR_ID = '[A-Za-z][A-Za-z0-9_-]{1,40}'

/** Matches an indicator's id and nothing more. */
export const wholeIndicatorId = new RegExp(`^${INDICATOR_ID}$`)
