/** What stands between the fields of a table: by the standard a comma; spreadsheets of many countries write others. */
const DELIMITERS = [',', ';', '\t'] as const

/** Finds the delimiter of a table by its first line: the one that stands there most often outside of quotes. */
export function delimiterOf(start: string): string {
  const line = /^[^\r\n]*/.exec(start.replace(/^\ufeff?[\r\n]*/, ''))?.[0] ?? ''
  const bare = line.replace(/"(?:[^"]|"")*"/g, '')
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}
