import type { ZipEntry } from './a-zip.ts'

/** For each service that exports a ZIP, a small one with all its kinds of files. */
export const SERVICE_ZIPS: Readonly<Record<string, readonly ZipEntry[]>> = {
  pocket: [
    {
      name: 'part_000000.csv',
      content: 'title,url,time_added,cursor,tags,status\nA,https://a.example/1,1600000000,7,x|y,archive\n',
    },
    {
      name: 'annotations/part_000000.json',
      content: JSON.stringify([
        { url: 'https://a.example/1', title: 'A', highlights: [{ quote: 'A line.', created_at: 1 }] },
      ]),
    },
    {
      name: 'collections/c.json',
      content: JSON.stringify({
        slug: 'c',
        title: 'C',
        items: [{ url: 'https://a.example/2', title: 'B', note: 'Mine' }],
      }),
    },
  ],
  omnivore: [
    {
      name: 'metadata_0_to_20.json',
      content: JSON.stringify([{ id: 'a', slug: 's', title: 'A', url: 'https://a.example/1', state: 'Active', readingProgress: 5, labels: ['x'], savedAt: '2024-01-01T00:00:00Z' }]), // prettier-ignore
    },
    { name: 'content/s.html', content: '<div><h2>Head</h2><p>Words of the article.</p></div>' },
    { name: 'highlights/s.md', content: '> Words of\n> \nthe article\n\n#x #y z\n\nMy note\n' },
  ],
  matter: [
    {
      name: '_matter_history.csv',
      content:
        'Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,Last Interaction Date,File Id\nA,,,https://a.example/1,x;y,1,True,True,False,1,,f1\n',
    },
    { name: '_matter_highlights.csv', content: 'Title,Author,Publisher,Text,Highlighted Date\nA,,,Words,2023-02-03\n' },
    { name: 'f1.html', content: '<p>Words of the article.</p>' },
  ],
  'readwise-reader': [
    {
      name: 'library.csv',
      content:
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nA,https://a.example/1,01h0000000000000000000000a,['x'],2022-11-06 04:33:50+00:00,0.5,new,True\n",
    },
    { name: 'A (01h0000000000000000000000a).html', content: '<p>Words of the article.</p>' },
  ],
  readeck: [
    {
      name: 'b/info.json',
      content: JSON.stringify({ URL: 'https://a.example/1', Title: 'A', Created: '2024-01-01T00:00:00Z', Labels: ['x'], IsArchived: true, Annotations: [{ start_selector: 'p[1]', start_offset: 0, end_selector: 'p[1]', end_offset: 5, text: 'Words', color: 'blue' }] }), // prettier-ignore
    },
    { name: 'b/index.html', content: '<p>Words of the article.</p><img src="img/a.png">' },
  ],
}
