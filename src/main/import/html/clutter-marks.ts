/*
 * Names that pages give to what is not the article. Compared with class and id after `fooBar`, `foo_bar` and
 * `foo--bar` have become `foo-bar`. General words only, never names of sites.
 */

/** Boxes that may hold whole texts of their own: other articles, readers' comments. */
const LONG_CLUTTER =
  /(?:^|[ -])(?:cookies?|consent|gdpr|newsletters?|comments|comment-?(?:list|form|area|section|body|content|author|text|respond|reply|wrap(?:per)?|thread|box|container)|commentlist|disqus|kommentare|comentarios|commentaires|related(?:posts|articles|content)?|relat(?:ed|ion)-?(?:posts?|articles?|links?|news|stories)|recommend(?:ed|ations?|er)|yarpp|jp-relatedposts|outbrain|taboola|plista|also-(?:like|read|on)|read-(?:next|also)|more-(?:articles|news|stories|from|posts)|sidebars?|side-bar|footer|site-header|trending|popular|most-read|meistgelesen|paginations?|post-nav|catlinks|modal|popup|author-(?:bio|box|info|description|details|card|profile|about|block)|about-(?:the-)?author|user-profile|saboxplugin-wrap|next-(?:post|story)|nextstory|prev-post|(?:article|post|entry)-footer(?:-box)?|footer-box|kommentar-?modul|product-reviews|related-?(?:coverage|links|topics|post|stories)|spmenu|marginalspalte|menu-item)(?:$|[ -])|(?:^| )(?:(?:sidebar|footer)-widgets?|widgets|widgets?-(?:area|title))(?: |$)|(?:^| )respond(?: |$)/

/** Boxes of a few words: what is longer only carries the name. */
const SHORT_CLUTTER =
  /(?:^|[ -])(?:shar(?:e|es|ing|ed)(?:daddy)?|social(?:s|media)?|follow-us|addtoany|subscri(?:be|ption|ptions)|sign-?up|similar|read-more|more-on|ads?|adsense|adbox|advert(?:s|isement|isements|ising|orial)?|anzeigen?|werbung|publicidad|sponsor(?:s|ed)?|promo(?:s|tion|tions|box)?|bread-?crumbs?|nav|navi|navbar|navigation|menus?|pager|pagenav|bio|biography|tag-?(?:s|list|cloud|links)|post-tags|entry-tags|cat-links|categories|ratings?|vote|voting|copyright|overlay|print-only|toolbar|sr-only|screen-reader(?:-text)?|visually-?hidden|noprint|skip-links?|paywall|regwall|login|masthead|edit-?section|hatnote|jump-to-nav|(?:entry|post)-utility|(?:entry|post|article)-?meta|postmetadata|post-info|byline|dateline|publish-?date|(?:post|entry)-date|feedback|download-app|app-promo|push-notification|donat(?:e|ion|ions)|spenden|licen[cs]e-?info|disclosure|disclaimer|editorial-disclosure|community-notice|read(?:ing)?-time|no-?print(?:-content)?|adv|alert|teasers?-?(?:list|item|box|grid)|wishlist|app-section|third-party|placeholder|sources)(?:$|[ -])/

/** Names in which a clutter word means something else. */
const EXEMPT =
  /(?:^|[ -])(?:content|article|entry|story|post|main|page|body)(?:-(?:content|body|text|main|wrapper|wrap|container|inner|area))?(?:$| )|^(?:no|with|has|without)-|sidebar-(?:right|left|none|no|enabled)(?:$| )|article-body|post-content|entry-content/

/** Readers' comments: never the article, however many, where the page holds a text beside them. */
const COMMENTS =
  /^(?:(?:article|post|entry|page|story|node|blog|footer|bottom|user|readers?|facebook|fb|wp|all)-)*(?:comment-?(?:list|section|area|items?|block(?:-holder)?|thread|container|wrap(?:per)?)|comments(?:-\d+|-(?:content|inner|list|section|area|block|container|wrap(?:per)?))?|disqus(?:-thread)?|kommentare|comentarios|commentaires)$/

/** Part of a page builder: a list of links beside the article, or as well a passage of it. */
const PART = /^widget$/

/** What is not part of the article: readers' comments; whatever it holds; only if short; only if links are a good part. */
export type ClutterKind = 'comments' | 'long' | 'short' | 'linked'

/** What an element's class and id say about it; null when they say nothing. */
export function clutterKind(marks: string): ClutterKind | null {
  const names = normalMarks(marks)
  const long = LONG_CLUTTER.test(names)
  const part = names.includes('widget')
  if (!long && !part && !SHORT_CLUTTER.test(names)) return null
  // Each name is judged alone: `related-stories article-body-box` is a box of related stories.
  const own = names.split(/\s+/).filter((name) => !EXEMPT.test(name))
  if (own.some((name) => COMMENTS.test(name))) return 'comments'
  if (own.some((name) => LONG_CLUTTER.test(name))) return 'long'
  if (own.some((name) => SHORT_CLUTTER.test(name))) return 'short'
  if (!own.some((name) => PART.test(name))) return null
  return own.some((name) => name.startsWith('widget-')) ? 'long' : 'linked'
}

/** Class and id in one spelling: lower case, words joined by single hyphens. */
export function normalMarks(marks: string): string {
  return marks
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_-]+/g, '-')
}

/** Names that frameworks give to what nobody sees, and those that show it again on larger screens. */
const HIDDEN = /^(?:hidden|hide|is-hidden|d-none|display-none|u-hidden|visually-hidden|invisible)$/
const SHOWN =
  /(?:^|\s)(?:[a-z\d]{2,4}:(?:block|flex|grid|inline|contents|table)|d-[a-z]{2,3}-(?:block|flex|grid|inline|table)|visible-)/

/** Whether class names say that a box is shown on no screen. */
export function isHiddenBox(classes: string): boolean {
  return classes.split(/\s+/).some((name) => HIDDEN.test(name)) && !SHOWN.test(classes)
}
