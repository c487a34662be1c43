const LINK = { title: 'A', url: 'https://a.example/1' }

/** For each format of services, a smallest export in one file that holds one entry. */
export const SERVICE_SAMPLES: Readonly<Record<string, readonly string[]>> = {
  pocket: [
    'title,url,time_added,tags,status\nA,https://a.example/1,1600000000,x|y,archive\n',
    'title,url,time_added,cursor,tags,status\nA,https://a.example/1,1600000000,9,,unread\n',
    '<html><body><h1>Unread</h1><ul><li><a href="https://a.example/1" time_added="1600000000" tags="a">A</a></ul>',
  ],
  omnivore: [
    JSON.stringify([
      { id: 'a', slug: 's', ...LINK, state: 'Active', readingProgress: 0, labels: [], savedAt: '2024-01-01T00:00:00Z' },
    ]),
  ],
  'readwise-reader': [
    "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nA,https://a.example/1,i,['x'],2022-11-06 04:33:50+00:00,0,new,True\n",
  ],
  'readwise-highlights': [
    'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at\nWords,A,B,,,yellow,,,,\n',
  ],
  matter: [
    'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id\nA,,,https://a.example/1,,1,True,True,False,0,,\n',
  ],
  instapaper: [
    'URL,Title,Selection,Folder\nhttps://a.example/1,A,,Archive\n',
    'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example/1,A,,Mine,1600000000,[]\n',
  ],
  wallabag: [
    JSON.stringify([{ id: 1, ...LINK, is_archived: 0, is_starred: 1, content: '<p>Words of it.</p>', tags: ['x'] }]),
    JSON.stringify([{ 0: '1', 1: 'A', 2: 'https://a.example/1', 3: '0', 4: '0', 5: '<p>Words.</p>', ...LINK, is_read: '1', is_fav: '0', content: '<p>Words.</p>', tags: 'x,y' }]), // prettier-ignore
  ],
  readeck: [
    JSON.stringify({ URL: LINK.url, Title: 'A', Created: '2024-01-01T00:00:00Z', Labels: [], IsArchived: false }),
  ],
  raindrop: [
    'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,A,,,https://a.example/1,Unsorted,,2023-01-02T03:04:05.000Z,,,false\n',
  ],
  linkwarden: [
    JSON.stringify({ name: 'me', collections: [{ id: 1, name: 'C', parentId: null, links: [{ id: 2, name: 'A', url: LINK.url, tags: [] }] }] }), // prettier-ignore
  ],
  readability: [
    JSON.stringify({
      bookmarks: [{ article__url: LINK.url, article__title: 'A', archive: false }],
      recommendations: [],
    }),
  ],
  karakeep: [
    JSON.stringify({ bookmarks: [{ createdAt: 1600000000, title: 'A', tags: [], content: { type: 'text', text: 'Words of it.' }, note: null }] }), // prettier-ignore
  ],
  hypothesis: [
    JSON.stringify({
      export_date: 'x',
      annotations: [{ id: '1', uri: LINK.url, text: 'A note', tags: [], target: [] }],
    }),
    'Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n,me,,https://a.example/1,,Annotation,Words,,\n',
  ],
  'clipper-highlights': [
    JSON.stringify([{ url: LINK.url, highlights: [{ text: 'Words', timestamp: '2024-01-02T03:04:05Z' }] }]),
  ],
  pinboard: [
    JSON.stringify([{ href: LINK.url, description: 'A', extended: '', hash: 'h', time: '2016-10-31T15:57:56Z', toread: 'no', tags: 'x y' }]), // prettier-ignore
  ],
  delicious: [JSON.stringify([{ ...LINK, tags: ['x'], created: '1358531607', others: 9, owner: 'me', private: '0' }])],
  goodlinks: [JSON.stringify([{ ...LINK, addedAt: 1600000000.5, starred: false, tags: [] }])],
  elcurator: [JSON.stringify([{ ...LINK, created_at: '2015-09-09 11:10:32 UTC', is_saved: true, tags: ['x'] }])],
  mymind: ['id,type,title,url,content,note,tags,created\n1,Note,A,,# Words of mine,,,2023-01-02T03:04:05Z\n'],
  'browser-bookmarks': [
    JSON.stringify({
      guid: 'root________',
      root: 'placesRoot',
      dateAdded: 1,
      children: [{ title: 'A', uri: LINK.url }],
    }),
    JSON.stringify({ roots: { bar: { name: 'Bar', date_added: '1', children: [{ name: 'A', url: LINK.url }] } } }),
  ],
  'netscape-bookmarks': [
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF="https://a.example/1" ADD_DATE="1600000000">A</A>\n</DL>',
  ],
  koreader: [
    'return {\n  ["annotations"] = { [1] = { ["text"] = "Words", ["drawer"] = "lighten" } },\n  ["doc_props"] = { ["title"] = "A" },\n}\n',
  ],
  opml: [
    '<?xml version="1.0"?><opml version="2.0"><head><title>Subscriptions</title></head><body><outline text="News"><outline text="A" type="rss" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/1"/></outline></body></opml>',
  ],
  'tab-sessions': [
    JSON.stringify([{ windows: { 1: { 2: { id: 2, url: LINK.url, title: 'A' } } }, windowsNumber: 1, tabsNumber: 1, name: 'Evening', date: 1600000000000, tag: ['mine'], sessionStartTime: 1, id: 's' }]), // prettier-ignore
  ],
  links: ['https://a.example/1\n', 'https://a.example/1 | A\n'],
}
