import type { ChartParts } from './sv.ts'

export const en: ChartParts = {
  area: 'fields',
  bar: 'bars',
  cell: 'cells',
  dot: 'points',
  line: 'lines',
  link: 'strokes',
  rect: 'fields',
  rule: 'strokes',
  text: 'words',
  tick: 'strokes',
  arrow: 'arrows',
  vector: 'arrows',
  'x-axis label': 'what the scale along shows',
  'x-axis tick': 'strokes of the scale along',
  'x-axis tick label': 'the scale along',
  'x-grid': 'guides along',
  'y-axis label': 'what the scale upwards shows',
  'y-axis tick': 'strokes of the scale upwards',
  'y-axis tick label': 'the scale upwards',
  'y-grid': 'guides upwards',
}
