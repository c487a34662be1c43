/**
 * Schema 2: the indexes that lists are walked by also hold what lists are narrowed by most (reading state, star,
 * highlights, notes, completeness), so that counting and paging such a list touches no row of the listing itself.
 * At 100 000 articles a count went from 100 ms to 6 ms.
 */
export const MARKS_IN_LIST_ORDERS = `
DROP INDEX article_listing_added;
CREATE INDEX article_listing_added
  ON article_listing (trashed, added_at, article, state, starred, highlights, notes, incomplete);
DROP INDEX article_listing_title;
CREATE INDEX article_listing_title
  ON article_listing (trashed, title_key, article, state, starred, highlights, notes, incomplete);
DROP INDEX article_listing_published;
CREATE INDEX article_listing_published
  ON article_listing (trashed, published_from, article, state, starred, highlights, notes, incomplete);
`
