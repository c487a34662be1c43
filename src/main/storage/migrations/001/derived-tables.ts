/** What can be made anew from the rest: near duplicates, the listing, the full-text index. */
export const DERIVED_TABLES = `
CREATE TABLE near_duplicate (
  article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  rendition INTEGER NOT NULL REFERENCES rendition (id) ON DELETE CASCADE,
  fingerprint BLOB NOT NULL
) STRICT;
CREATE INDEX near_duplicate_rendition ON near_duplicate (rendition);

CREATE TABLE near_duplicate_band (
  band INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX near_duplicate_band_article ON near_duplicate_band (article);

CREATE TABLE near_duplicate_pair (
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  similarity REAL NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('proposed', 'grouped', 'rejected')),
  PRIMARY KEY (article, other),
  CHECK (article < other)
) STRICT, WITHOUT ROWID;
CREATE INDEX near_duplicate_pair_other ON near_duplicate_pair (other);

CREATE TABLE article_listing (
  article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  title TEXT,
  title_key TEXT NOT NULL,
  label TEXT,
  standfirst TEXT,
  byline TEXT,
  publication TEXT,
  section TEXT,
  published TEXT,
  published_from TEXT,
  published_until TEXT,
  language TEXT,
  url TEXT,
  site TEXT,
  media_type TEXT,
  source_id TEXT,
  words INTEGER NOT NULL,
  highlights INTEGER NOT NULL,
  notes INTEGER NOT NULL,
  incomplete INTEGER NOT NULL CHECK (incomplete IN (0, 1)),
  added_at TEXT NOT NULL,
  state TEXT NOT NULL,
  starred INTEGER NOT NULL,
  trashed INTEGER NOT NULL CHECK (trashed IN (0, 1))
) STRICT;
CREATE INDEX article_listing_added ON article_listing (trashed, added_at, article);
CREATE INDEX article_listing_title ON article_listing (trashed, title_key, article);
CREATE INDEX article_listing_published ON article_listing (trashed, published_from, article);
CREATE INDEX article_listing_publication ON article_listing (publication, trashed);

CREATE VIRTUAL TABLE search_article USING fts5 (
  title, standfirst, byline, body,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);

CREATE VIRTUAL TABLE search_note USING fts5 (
  note,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);

CREATE VIRTUAL TABLE search_word USING fts5 (
  forms,
  content = '', contentless_delete = 1, detail = 'none', tokenize = "ascii tokenchars ':'"
);
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab ('search_word', 'row');

CREATE TABLE search_doc (
  article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  rendition INTEGER NOT NULL REFERENCES rendition (id),
  analysis INTEGER NOT NULL,
  language TEXT NOT NULL,
  input_sha256 BLOB NOT NULL CHECK (length(input_sha256) = 32),
  tokens BLOB NOT NULL
) STRICT;
CREATE INDEX search_doc_rendition ON search_doc (rendition);
`
