/** The archive itself, bytes, articles with their versions and renditions, annotations, and what orders them. */
export const CONTENT_TABLES = `
CREATE TABLE archive (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE blob (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0)
) STRICT;

CREATE TABLE blob_chunk (
  blob INTEGER NOT NULL REFERENCES blob (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 0),
  codec TEXT NOT NULL CHECK (codec IN ('identity', 'zstd')),
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (blob, number)
) STRICT;

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  added_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('unread', 'reading', 'read')),
  starred INTEGER NOT NULL CHECK (starred IN (0, 1)),
  trashed_at TEXT,
  current_version INTEGER REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED,
  position_rendition INTEGER REFERENCES rendition (id),
  position_offset INTEGER,
  position_quote TEXT,
  furthest_rendition INTEGER REFERENCES rendition (id),
  furthest_offset INTEGER,
  furthest_quote TEXT
) STRICT;
-- Child keys: without them, deleting a version or a rendition scans every article.
CREATE INDEX article_current_version ON article (current_version);
CREATE INDEX article_position_rendition ON article (position_rendition) WHERE position_rendition IS NOT NULL;
CREATE INDEX article_furthest_rendition ON article (furthest_rendition) WHERE furthest_rendition IS NOT NULL;

CREATE TABLE article_source (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  service TEXT,
  source_id TEXT,
  url TEXT,
  canonical_url TEXT,
  CHECK ((service IS NULL) = (source_id IS NULL)),
  UNIQUE (service, source_id)
) STRICT;
CREATE INDEX article_source_article ON article_source (article);
CREATE INDEX article_source_canonical_url ON article_source (canonical_url) WHERE canonical_url IS NOT NULL;

CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  captured_at TEXT NOT NULL,
  source_blob INTEGER REFERENCES blob (id),
  media_type TEXT,
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  chosen_element TEXT,
  completeness TEXT CHECK (completeness IS NULL OR json_valid(completeness)),
  notes TEXT NOT NULL CHECK (json_valid(notes)),
  current_rendition INTEGER REFERENCES rendition (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (article, number)
) STRICT;
CREATE INDEX version_source_blob ON version (source_blob);
CREATE INDEX version_current_rendition ON version (current_rendition);

CREATE TABLE rendition (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number >= 1),
  extractor TEXT NOT NULL,
  extractor_version TEXT NOT NULL,
  created_at TEXT NOT NULL,
  text_sha256 BLOB NOT NULL CHECK (length(text_sha256) = 32),
  text_length INTEGER NOT NULL,
  parts TEXT NOT NULL CHECK (json_valid(parts)),
  words INTEGER NOT NULL,
  title TEXT,
  standfirst TEXT,
  byline TEXT,
  publication TEXT,
  section TEXT,
  published TEXT,
  language TEXT,
  direction TEXT NOT NULL CHECK (direction IN ('ltr', 'rtl')),
  contributors TEXT NOT NULL CHECK (json_valid(contributors)),
  captions TEXT NOT NULL CHECK (json_valid(captions)),
  asides TEXT NOT NULL CHECK (json_valid(asides)),
  lead_image INTEGER REFERENCES blob (id),
  -- Last, so that reading a title never walks the overflow pages of a long text.
  text_zstd BLOB NOT NULL,
  html_zstd BLOB NOT NULL,
  UNIQUE (version, number)
) STRICT;
CREATE INDEX rendition_lead_image ON rendition (lead_image) WHERE lead_image IS NOT NULL;
CREATE INDEX rendition_text_sha256 ON rendition (text_sha256);

CREATE TABLE article_field_override (
  uid TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (article, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE resource (
  rendition INTEGER NOT NULL REFERENCES rendition (id) ON DELETE CASCADE,
  url TEXT NOT NULL,
  blob INTEGER NOT NULL REFERENCES blob (id),
  PRIMARY KEY (rendition, url)
) STRICT, WITHOUT ROWID;
CREATE INDEX resource_blob ON resource (blob);

CREATE TABLE annotation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  rendition INTEGER REFERENCES rendition (id),
  quote TEXT,
  prefix TEXT,
  suffix TEXT,
  color TEXT CHECK (color IN ('yellow', 'green', 'blue', 'red', 'purple')),
  note TEXT,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK ((rendition IS NULL) = (quote IS NULL))
) STRICT;
CREATE INDEX annotation_article ON annotation (article);
CREATE INDEX annotation_rendition ON annotation (rendition);

CREATE TABLE anchor (
  annotation INTEGER NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  rendition INTEGER NOT NULL REFERENCES rendition (id),
  start_offset INTEGER,
  end_offset INTEGER,
  strategy TEXT NOT NULL CHECK (strategy IN ('position', 'quote', 'context', 'folded', 'fuzzy', 'manual', 'none')),
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  status TEXT NOT NULL CHECK (status IN ('placed', 'orphan', 'rejected')),
  PRIMARY KEY (annotation, rendition),
  CHECK ((start_offset IS NULL) = (end_offset IS NULL)),
  CHECK (status <> 'placed' OR start_offset IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX anchor_rendition ON anchor (rendition);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE article_tag (
  uid TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (article, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tag_tag ON article_tag (tag);

CREATE TABLE annotation_tag (
  uid TEXT NOT NULL UNIQUE,
  annotation INTEGER NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  tag INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (annotation, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_tag_tag ON annotation_tag (tag);

CREATE TABLE collection (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  parent INTEGER REFERENCES collection (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX collection_sibling_name ON collection (coalesce(parent, 0), name_key);
CREATE INDEX collection_parent ON collection (parent);

CREATE TABLE article_collection (
  uid TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (article, collection)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_collection_collection ON article_collection (collection);

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
`
