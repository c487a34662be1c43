import type { ImportFormat } from '../format.ts'
import { browserBookmarks } from './browser-bookmarks.ts'
import { clipperHighlights } from './clipper-highlights.ts'
import { delicious } from './delicious.ts'
import { elcurator } from './elcurator.ts'
import { goodlinks } from './goodlinks.ts'
import { hypothesis } from './hypothesis.ts'
import { instapaper } from './instapaper.ts'
import { karakeep } from './karakeep.ts'
import { koreader } from './koreader.ts'
import { links } from './links.ts'
import { linkwarden } from './linkwarden.ts'
import { matter } from './matter.ts'
import { mymind } from './mymind.ts'
import { netscapeBookmarks } from './netscape-bookmarks.ts'
import { omnivore } from './omnivore.ts'
import { pinboard } from './pinboard.ts'
import { pocket } from './pocket.ts'
import { opml } from './opml.ts'
import { raindrop } from './raindrop.ts'
import { readabilityService } from './readability-service.ts'
import { readeck } from './readeck.ts'
import { readwiseHighlights } from './readwise-highlights.ts'
import { readwiseReader } from './readwise-reader.ts'
import { tabSessions } from './tab-sessions.ts'
import { wallabag } from './wallabag.ts'

/** What reading and bookmark services export; the more particular first. A bare list of addresses is the most general. */
export const SERVICE_FORMATS: readonly ImportFormat[] = [
  pocket,
  omnivore,
  readwiseReader,
  readwiseHighlights,
  matter,
  instapaper,
  wallabag,
  readeck,
  raindrop,
  linkwarden,
  readabilityService,
  karakeep,
  hypothesis,
  clipperHighlights,
  pinboard,
  delicious,
  goodlinks,
  elcurator,
  mymind,
  koreader,
  tabSessions,
  browserBookmarks,
  opml,
  netscapeBookmarks,
  links,
]
