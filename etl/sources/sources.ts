/** What files can be, as the command line names them. */
export const sources = ['kolada', 'oj', 'indicators', 'asi', 'ubu'] as const
export type Source = (typeof sources)[number]
