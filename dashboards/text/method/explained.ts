import type { MethodId } from '../../../data/model/methods.ts'

/** A method in four plain sentences and a picture; its formula and source for the reader who wants to check. */
type Explained = {
  title: string
  sentences: readonly [string, string, string, string]
  /** What the picture shows, for readers who do not see it. */
  picture: string
  /** The words in the picture, in the order of its parts. */
  labels: readonly string[]
  formula: string
  source: string
}

export type MethodTexts = {
  title: string
  lead: string
  contents: string
  invented: string
  formula: string
  explained: Readonly<Record<MethodId, Explained>>
}
