/** What was done: changes, tombstones, jobs, imports, captures, and the chained log over them. */
export const HISTORY_TABLES = `
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  gesture TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL CHECK (actor IN ('window', 'cli', 'import')),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  undone_at TEXT
) STRICT;
CREATE INDEX change_gesture ON change (gesture);
CREATE INDEX change_standing ON change (id) WHERE undone_at IS NULL;

CREATE TABLE tombstone (
  kind TEXT NOT NULL,
  uid TEXT NOT NULL,
  deleted_at TEXT NOT NULL,
  PRIMARY KEY (kind, uid)
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  uid TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  outcome TEXT CHECK (outcome IS NULL OR json_valid(outcome))
) STRICT, WITHOUT ROWID;

CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  request TEXT NOT NULL CHECK (json_valid(request)),
  outcome TEXT CHECK (outcome IS NULL OR json_valid(outcome))
) STRICT;

CREATE TABLE import_item (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES import_run (id),
  source_hash BLOB NOT NULL CHECK (length(source_hash) = 32),
  item_key TEXT NOT NULL,
  source TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('added', 'newVersion', 'already', 'linkOnly', 'failed')),
  reason TEXT CHECK (reason IS NULL OR json_valid(reason)),
  article INTEGER REFERENCES article (id) ON DELETE SET NULL,
  notes TEXT NOT NULL CHECK (json_valid(notes)),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX import_item_key ON import_item (source_hash, item_key) WHERE outcome <> 'failed' AND article IS NOT NULL;
CREATE INDEX import_item_run ON import_item (run);
CREATE INDEX import_item_article ON import_item (article);

CREATE TABLE capture_queue (
  uid TEXT PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'capturing', 'captured', 'failed')),
  tries INTEGER NOT NULL,
  last_error TEXT CHECK (last_error IS NULL OR json_valid(last_error)),
  added_at TEXT NOT NULL,
  article INTEGER REFERENCES article (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX capture_queue_article ON capture_queue (article);

CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  record_table TEXT CHECK (record_table IN ('change', 'import_item')),
  record_id INTEGER,
  details TEXT CHECK (details IS NULL OR json_valid(details)),
  record_sha256 BLOB NOT NULL CHECK (length(record_sha256) = 32),
  previous BLOB NOT NULL CHECK (length(previous) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK ((record_table IS NULL) = (record_id IS NULL)),
  CHECK ((record_table IS NULL) = (details IS NOT NULL))
) STRICT;
`
