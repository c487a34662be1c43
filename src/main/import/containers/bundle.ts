import type { Bundle, BundleFile } from '../format.ts'

/** What lies directly in the bundle's root: files by name, folders by name and `/`; each once. */
export function directNames(bundle: Bundle): readonly string[] {
  return [...new Set(bundle.files.map(({ name }) => name.slice(0, name.indexOf('/') + 1 || undefined)))]
}

/** The files that lie directly in the bundle's root. */
export function directFiles(bundle: Bundle): readonly BundleFile[] {
  return bundle.files.filter(({ name }) => !name.includes('/'))
}

/** The folders directly below, each as a bundle whose names begin at it. */
export function foldersOf(bundle: Bundle): readonly Bundle[] {
  const folders = new Map<string, BundleFile[]>()
  for (const file of bundle.files) {
    const end = file.name.indexOf('/')
    if (end < 0) continue
    const folder = file.name.slice(0, end)
    const files = folders.get(folder) ?? []
    files.push({ ...file, name: file.name.slice(end + 1) })
    folders.set(folder, files)
  }
  const inside = bundle.container === null ? '/' : '#'
  return [...folders].map(([name, files]) => ({
    path: `${bundle.path}${bundle.path.includes('#') ? '/' : inside}${name}`,
    fileName: name,
    files,
    container: null,
  }))
}
