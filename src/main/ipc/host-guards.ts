import * as v from 'valibot'
import { MOST_DRAGGED, PATH_PURPOSES, type HostRequestName, type HostRequests } from '../../shared/ipc/host-contract.ts'
import type { Json } from '../../shared/json.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'

/** A check for every request that a host answers; one too many, too few or of the wrong shape does not compile. */
export type HostGuards = {
  readonly [Name in HostRequestName]: v.GenericSchema<unknown, HostRequests[Name]['input']>
}

/** Longer than any system takes. */
const MOST_PATH_CHARACTERS = 32_768
const MOST_URL_CHARACTERS = 2_048
const MOST_SETTINGS = 200
/** Characters of all settings as JSON: sizes, orders and choices, no content. */
const MOST_SETTING_CHARACTERS = 100_000

/** A note that is dragged out, with what it quotes. */
const MOST_TITLE_CHARACTERS = 10_000
const MOST_NOTE_CHARACTERS = 4_000_000

/** What a menu bar can show. */
const MOST_MENUS = 20
const MOST_MENU_ITEMS = 100
const MOST_MENU_CHARACTERS = 100

const nothing = v.strictObject({})
const path = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(MOST_PATH_CHARACTERS),
  v.check((value) => !value.includes('\0'), 'no path has a NUL'),
)
const articleUid = v.pipe(
  v.string(),
  v.maxLength(100),
  v.transform((value) => value as ArticleUid),
)
const articleVersion = v.strictObject({
  uid: articleUid,
  version: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
})
const menu = v.array(
  v.strictObject({
    label: v.pipe(v.string(), v.maxLength(MOST_MENU_CHARACTERS)),
    items: v.pipe(
      v.array(
        v.strictObject({
          id: v.pipe(v.string(), v.maxLength(MOST_MENU_CHARACTERS)),
          label: v.pipe(v.string(), v.maxLength(MOST_MENU_CHARACTERS)),
          keys: v.nullable(v.pipe(v.string(), v.maxLength(MOST_MENU_CHARACTERS))),
          enabled: v.boolean(),
        }),
      ),
      v.maxLength(MOST_MENU_ITEMS),
    ),
  }),
)
const json: v.GenericSchema<unknown, Json> = v.lazy(() =>
  v.union([v.null(), v.boolean(), v.number(), v.string(), v.array(json), v.record(v.string(), json)]),
)
const settings = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[a-z][\w.-]{0,99}$/i)), json),
  v.check((value) => Object.keys(value).length <= MOST_SETTINGS, 'at most 200 settings'),
  v.check((value) => JSON.stringify(value).length <= MOST_SETTING_CHARACTERS, 'settings are small'),
)

/** The one check at the border to the host. */
export const HOST_GUARDS: HostGuards = {
  'host.capabilities': nothing,
  'host.archive': nothing,
  'host.openArchive': v.strictObject({ file: path, create: v.boolean() }),
  'host.openOriginal': articleVersion,
  'host.printPdf': articleVersion,
  'host.dragOut': v.variant('kind', [
    v.strictObject({
      kind: v.literal('articles'),
      articles: v.pipe(v.array(articleUid), v.minLength(1), v.maxLength(MOST_DRAGGED)),
    }),
    v.strictObject({
      kind: v.literal('note'),
      title: v.pipe(v.string(), v.maxLength(MOST_TITLE_CHARACTERS)),
      text: v.pipe(v.string(), v.maxLength(MOST_NOTE_CHARACTERS)),
    }),
  ]),
  'host.checkForUpdates': nothing,
  'host.stopUpdate': nothing,
  'host.openExternal': v.strictObject({ url: v.pipe(v.string(), v.maxLength(MOST_URL_CHARACTERS)) }),
  'host.forgetUpload': v.strictObject({ folder: path }),
  'host.settings': nothing,
  'host.saveSettings': v.strictObject({ settings }),
  'host.choosePath': v.strictObject({ purpose: v.picklist(PATH_PURPOSES), start: v.nullable(path) }),
  'host.setMenu': v.strictObject({ groups: v.pipe(menu, v.maxLength(MOST_MENUS)) }),
  'host.takeLink': nothing,
  'host.places': nothing,
}
