import { readFileSync } from 'node:fs'

/** The table of rooms (docs/architecture.md) as data; this file only turns it into rules. */
const rooms = JSON.parse(readFileSync(new URL('./rooms.json', import.meta.url), 'utf8'))

/** What other rooms may see of the archive: its ports, and the shape of an item that is ready to be stored. */
const PORTS = '^src/main/archive/(ports/|prepared-article\\.ts$)'

const paths = (names) => names.map((name) => (name === 'ports' ? PORTS : rooms[name].path))

const roomRules = Object.entries(rooms).map(([name, room]) => ({
  name: `room-${name}`,
  severity: 'error',
  comment: `${name} may import ${room.may.join(', ')} and itself`,
  from: { path: room.path },
  to: { path: '^src/', pathNot: [room.path, ...paths(room.may)] },
}))

const pureRules = Object.entries(rooms)
  .filter(([, room]) => room.node === false)
  .map(([name, room]) => ({
    name: `no-node-in-${name}`,
    severity: 'error',
    comment: `${name} runs without Node`,
    from: { path: room.path },
    to: { dependencyTypes: ['core'] },
  }))

/** A package and the only places that may know it. */
const owners = {
  electron: '^src/(main/hosts/electron/|main/index\\.ts$|preload/)',
  'electron-updater': '^src/main/hosts/electron/updates/',
  'better-sqlite3': '^src/main/(storage|search)/',
  lunr: '^src/main/(search|export)/',
  'lunr-languages': '^src/main/(search|export)/',
  linkedom: '^src/main/(import|export)/',
  parse5: '^src/main/originals/',
  '@mozilla/readability': '^src/main/import/',
  commander: '^src/main/cli/',
  vue: '^src/renderer/',
  pinia: '^src/renderer/',
}

const ownerRules = Object.entries(owners).map(([name, path]) => ({
  name: `owner-of-${name.replaceAll(/\W/g, '-')}`,
  severity: 'error',
  comment: `only ${path} knows ${name}`,
  from: { path: '^src/', pathNot: path },
  to: { path: `node_modules/(@types/)?${name}/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...roomRules,
    ...pureRules,
    ...ownerRules,
    {
      name: 'every-file-in-a-room',
      severity: 'error',
      comment: 'a file outside the table of rooms has no rules; give it a room',
      from: { path: '^src/', pathNot: Object.values(rooms).map((room) => room.path) },
      to: {},
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', '^src/main/storage/migrations/'] },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-packages-in-the-product',
      severity: 'error',
      from: { path: '^src/main/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(electron|@types)/',
      },
    },
    { name: 'tests-stay-outside', severity: 'error', from: { path: '^src/' }, to: { path: '^(tests|bench)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.vue', '.mjs'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
