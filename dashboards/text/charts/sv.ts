/** What the parts of a drawing are called, by the name that the drawing library gives them. */
export const sv = {
  area: 'fält',
  bar: 'staplar',
  cell: 'rutor',
  dot: 'punkter',
  line: 'linjer',
  link: 'streck',
  rect: 'fält',
  rule: 'streck',
  text: 'ord',
  tick: 'streck',
  arrow: 'pilar',
  vector: 'pilar',
  'x-axis label': 'vad skalan längs visar',
  'x-axis tick': 'streck på skalan längs',
  'x-axis tick label': 'skalan längs',
  'x-grid': 'stödlinjer längs',
  'y-axis label': 'vad skalan uppåt visar',
  'y-axis tick': 'streck på skalan uppåt',
  'y-axis tick label': 'skalan uppåt',
  'y-grid': 'stödlinjer uppåt',
}

export type ChartParts = typeof sv
