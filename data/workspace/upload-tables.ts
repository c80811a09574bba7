import type { UploadSource, UploadState } from '../model/upload.ts'

export interface UploadTables {
  /** A file that somebody hands in, from the promise to send it until it is decided. The file itself lies beside. */
  upload: {
    id: string
    /** Who hands in. */
    account: string
    municipality: string
    source: UploadSource
    language: 'sv' | 'en'
    state: UploadState
    created_at: string
    changed_at: string
    /** Place in the queue, given when the whole file had come. */
    queued: number | null
    bytes: number | null
    sha256: string | null
    /** UploadMapping as JSON. */
    mapping: string | null
    /** UploadReport as JSON. */
    report: string | null
    /** How it could be read otherwise, as JSON: UploadProposal of an extract, UnderstoodUpload of a workbook; gone once the file is decided. */
    proposal: string | null
    /** UploadPreview as JSON: gone once the file is decided. */
    preview: string | null
    /** The years that it has figures of, as a JSON list. */
    years: string | null
    /** Version of the program whose rules it was held to. */
    rules: string | null
    /** Why a check came to no end: `memory`, `time`. */
    failure: string | null
    /** Rows read so far, while it is being checked. */
    progress: number
    /** Acknowledgements as JSON. */
    acknowledged: string | null
    approved_by: string | null
    approved_at: string | null
    seconded_by: string | null
    seconded_at: string | null
    /** What it waits for: a second pair of eyes, its turn, the release gate. */
    waits_for: 'second' | 'release' | 'gate' | null
    /** Of the gate. */
    reason: string | null
    /** What is to be done with the store of figures, and not done yet. */
    work: 'publish' | 'take-out' | null
    /** Id of the extract in the vault, once it stands there. */
    extract: string | null
    release: string | null
    anchor_seq: number | null
    anchor_hash: string | null
  }
  /** How a municipality's own files are read: headings and codes only. */
  mapping: {
    id: string
    municipality: string
    instrument: 'asi' | 'ubu'
    /** Name of the case system, in the municipality's words. */
    system: string
    /** ExtractMapping as JSON. */
    body: string
    /** Whether municipalities with the same system may take it over. */
    shared: 0 | 1
    account: string
    changed_at: string
  }
  /** What a municipality is expected to hand in, and until when. */
  expectation: {
    municipality: string
    source: UploadSource
    /** Four digits. */
    year: number
    /** ISO day. */
    due: string
    account: string
    changed_at: string
    /** When who hands in was last reminded of it by mail. */
    reminded_at: string | null
  }
}
