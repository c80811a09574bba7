import type { NativeTexts } from './sv.ts'

/** Words of charts that PowerPoint draws, in English. */
export const en: NativeTexts = {
  own: 'The own municipality',
  others: 'Other municipalities',
  group: 'The group',
  outer: 'Limit 99.8%',
  inner: 'Limit 95%',
  pooled: 'All together',
  line: 'Line',
  lineLimits: '95 percent interval',
  spineWithoutDirection: 'From lowest to highest',
  spine: 'From worst to best',
  middle: 'The middle half',
}
