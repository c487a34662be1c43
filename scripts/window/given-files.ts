import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { environmentAt } from '../environment-at.ts'
import { misreadPage, pageOfRoad } from './given-pages.ts'

const PROGRAM = join(import.meta.dirname, '../../out/main/cli.js')

/** Titles of what is brought in beside the sample. */
export const FERRY = 'The last ferry to Skarv'
export const ECHO = 'The ferry to Skarv sails no more'
export const WEIR = 'The weir that nobody owns'
export const BRIDGE = 'The bridge of iron'

const OPENING =
  'The evening ferry to Skarv was cancelled on Friday after a crew member fell ill, the company said, and about forty passengers waited on the quay until ten.'
const KEPT =
  'A fishing boat took them across in four journeys, with a lamp at the bow and nobody at the tiller who had a licence.'
const CLAIM = 'A replacement crew is expected to arrive on Saturday morning, a spokesman told reporters.'
const MOVED =
  'The timetable has hung in the waiting room since 1974, and two of its columns have been painted over by hand.'
const QUIET = [
  'In winter the crossing takes an hour and a quarter; in summer, when the wind lies down, it takes fifty minutes.',
  'There is a bench on the northern side of the deck for people who do not want to talk, and it is always full.',
  'The bell is rung twice for fog and once for a late passenger, and no one has ever been left behind for the sake of a minute.',
  'Letters go across in a box without a lock, because the key went overboard in the first year and nobody has wanted another.',
]
const CORRECTION = 'The harbour office has asked for a second boat to be kept ready through the winter months.'
const FIRST = [OPENING, KEPT, CLAIM, MOVED, ...QUIET]
const CORRECTED = [
  OPENING.replace('a crew member', 'two crew members').replace('about forty', 'thirty-eight'),
  MOVED,
  CORRECTION,
  KEPT.replace('four journeys', 'three'),
  ...QUIET,
]

interface Archive {
  readonly home: string
  readonly file: string
}

/**
 * Brings in, by the command line, what views of versions, near duplicates, orphans, pages, parts and linked notes are shown
 * with: an article in two versions, one that says nearly the same, a PDF and a page with two parts.
 */
export async function bringGiven(browser: Browser, home: string): Promise<void> {
  const archive = { home, file: join(home, 'Documents/Offprint/Archive.offprint') }
  const folder = join(home, 'given')
  mkdirSync(folder, { recursive: true })
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  run(archive, 'import', write('ferry.jsonl', story('ferry', FERRY, FIRST)))
  const ferry = uidOf(archive, FERRY)
  const mark = (quote: string, ...more: readonly string[]) =>
    run(archive, 'highlight', ferry, '--quote', quote, ...more)
  mark('a spokesman told reporters', '--color', 'red', '--note', 'Which spokesman? The company has none.')
  mark('with a lamp at the bow', '--color', 'green')
  mark('it is always full', '--color', 'blue', '--note', linkedNote(archive))
  run(archive, 'import', write('corrected.jsonl', story('ferry', FERRY, CORRECTED)))
  run(archive, 'import', write('echo.jsonl', story('echo', ECHO, [...CORRECTED.slice(0, -1), 'Nobody rang the bell.'])))
  run(archive, 'import', write('bridge.html', bridge()), write('weir.pdf', await printed(browser)))
  run(archive, 'import', write('road.html', pageOfRoad(1)), write('road 3.html', pageOfRoad(3)))
  run(archive, 'import', write('letter.html', misreadPage()))
  run(
    archive,
    'highlight',
    uidOf(archive, WEIR),
    '--quote',
    'moved twice before anybody thought of counting them',
    '--color',
    'green',
  )
}

function linkedNote(archive: Archive): string {
  const to = (title: string): string => `[${title}](offprint://article/${uidOf(archive, title)})`
  return `Silence as a *place*, as in ${to('What the dust remembers')}:\n\n- the bench\n- the freezer\n\nSee also \`deck plan\`.`
}

function story(id: string, title: string, paragraphs: readonly string[]): string {
  const html = `<title>${title}</title><article><h1>${title}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article>`
  return `${JSON.stringify({ id, service: 'courier', url: `https://courier.example/${id}`, title, html })}\n`
}

function bridge(): string {
  const tale = '<p>The bridge of iron was built in a single summer by men from the hills, and nobody drowned.</p>'
  const letter =
    '<p>A reader remembers the ferry that went before the bridge, its bell, and the price of a crossing.</p>'
  return `<!doctype html><html lang="en"><head><title>${BRIDGE}</title></head><body><header><nav><a href="/">Home</a></nav></header><main><article><h1>${BRIDGE}</h1>${tale.repeat(8)}</article><section id="letters"><h2>Letters</h2>${letter.repeat(3)}</section></main><footer><p>The Harbour Courier</p></footer></body></html>`
}

async function printed(browser: Browser): Promise<Uint8Array> {
  const page = await browser.newPage()
  const words = [
    'The weir at Harrowmere was built by people who left no record of themselves but the stones, and the stones were moved twice before anybody thought of counting them.',
    'A key hung on a nail beside the door of the mill, and whoever needed water took it down and put it back.',
  ]
  const text = (paragraphs: readonly string[]): string => paragraphs.map((one) => `<p>${one}</p>`).join('')
  const parts = `<h1>${WEIR}</h1>${text([...words, ...QUIET])}<h2>What the key opened</h2>${text(FIRST.slice(0, 4))}`
  await page.setContent(`<title>${WEIR}</title><body style="font:16px/1.6 serif">${parts}`)
  const bytes = await page.pdf({ format: 'A5', margin: { top: '18mm', right: '16mm', bottom: '18mm', left: '16mm' } })
  await page.close()
  return bytes
}

function uidOf(archive: Archive, title: string): string {
  const [line = ''] = run(archive, '--json', 'list', `title:"${title}"`).split('\n')
  if (line === '') throw new Error(`"${title}" is not in the archive`)
  return (JSON.parse(line) as { readonly uid: string }).uid
}

function run({ home, file }: Archive, ...args: readonly string[]): string {
  const ended = spawnSync(process.execPath, [PROGRAM, '--archive', file, ...args], {
    env: environmentAt(home),
    encoding: 'utf8',
  })
  if (ended.status !== 0) throw new Error(`offprint ${args.join(' ')}: ${ended.stdout}${ended.stderr}`)
  return ended.stdout
}
