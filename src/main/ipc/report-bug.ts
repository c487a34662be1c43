/** Writes a bug with its stack where the user can find it, and answers the incident's id. */
export type ReportBug = (bug: unknown) => string
