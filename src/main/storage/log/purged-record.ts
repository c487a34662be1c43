/**
 * What stands in a history row instead of its content once the article it was about is deleted for ever: `before` and
 * `after` of a change, `notes` of an import's outcome (its path and key are empty, its hash is zero), `request` of an import run.
 *
 * The log row that seals such a record stays as it was, with the SHA-256 of the record as it was. That still proves
 * when something of which kind was done to which subject, that nothing was put between or taken out, and, to whoever
 * kept the record elsewhere (a backup), that theirs is the one. It no longer proves what the record said, and a
 * marker looks the same whoever wrote it: `verify` accepts as many as the log's purge acts count, on articles that
 * those acts name, and nothing else.
 */
export const PURGED_JSON = '{"purged":true}'

/** Actions of the log that account for purged records: details count them. */
export const PURGE_ARTICLE = 'article.purge'
/** The same for an import run whose last item went; subject is the run. */
export const PURGE_IMPORT = 'import.purge'
