import { directNames } from './containers/bundle.ts'
import type { Bundle, BundleFile, BundleReader, ImportFormat } from './format.ts'

/** Files that a format reads together, and what it leaves. */
export interface FoundBundle {
  readonly format: SignedFormat
  /** Only the files claimed. */
  readonly bundle: Bundle
  readonly rest: readonly BundleFile[]
}

/** A format that knows files by names that lie directly in a folder. */
export type SignedFormat = ImportFormat & { readonly bundle: BundleReader }

/** The formats that one of these names is a sign of, in their order; cheap, so that every folder can be asked. */
export function formatsBySign(formats: readonly ImportFormat[], names: readonly string[]): readonly SignedFormat[] {
  return formats.filter(isSigned).filter(({ bundle: { sign } }) => names.some((name) => sign.test(name)))
}

function isSigned(format: ImportFormat): format is SignedFormat {
  return format.bundle !== undefined
}

/** The first of these formats that claims files of a bundle; undefined when they are only files that lie together. */
export async function findBundle(formats: readonly ImportFormat[], bundle: Bundle): Promise<FoundBundle | undefined> {
  for (const format of formatsBySign(formats, directNames(bundle))) {
    const files = new Set(await format.bundle.claim(bundle))
    if (files.size === 0) continue
    return { format, bundle: { ...bundle, files: [...files] }, rest: bundle.files.filter((file) => !files.has(file)) }
  }
  return undefined
}
