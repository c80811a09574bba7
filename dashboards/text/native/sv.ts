/** Words of charts that PowerPoint draws: names of series, which its legend and its workbook show. */
export const sv = {
  own: 'Den egna kommunen',
  others: 'Övriga kommuner',
  group: 'Gruppen',
  outer: 'Gräns 99,8 %',
  inner: 'Gräns 95 %',
  pooled: 'Alla tillsammans',
  line: 'Linje',
  lineLimits: '95-procentigt intervall',
  spine: 'Från sämst till bäst',
  spineWithoutDirection: 'Från lägst till högst',
  middle: 'Mittersta hälften',
}

export type NativeTexts = typeof sv
