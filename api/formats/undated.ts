const END = 0x06054b50
const END_BYTES = 22
/** 1 January 1980, midnight: the first moment that an archive can say. */
const FIRST_MOMENT = 0x0021_0000

/**
 * Dates every file of a ZIP archive alike, in place, so that the same content is the same bytes at any time of day.
 * @param archive without a comment at its end
 * @returns the same archive
 * @throws Error for anything else
 */
export function undated(archive: Buffer): Buffer {
  const end = archive.length - END_BYTES
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new Error('not an archive, or one with a comment')
  const files = archive.readUInt16LE(end + 10)
  let entry = archive.readUInt32LE(end + 16)
  for (let file = 0; file < files; file++) entry = undateFile(archive, entry)
  return archive
}

/** @param entry where its entry in the archive's directory begins @returns where the next begins */
function undateFile(archive: Buffer, entry: number): number {
  const header = archive.readUInt32LE(entry + 42)
  archive.writeUInt32LE(FIRST_MOMENT, entry + 12)
  archive.writeUInt32LE(FIRST_MOMENT, header + 10)
  const [name, extra, comment] = [28, 30, 32].map((at) => archive.readUInt16LE(entry + at))
  return entry + 46 + name! + extra! + comment!
}
