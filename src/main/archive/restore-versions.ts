import type { ArticleId, RenditionId, Sha256, VersionId } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { ArchivedArticle, ArchivedVersion, OtherRendition, RenditionMark } from './ports/archived-article.ts'
import type { Gesture } from './gesture.ts'
import type { ArticleRef } from './ports/article-records.ts'

/** What an archived article's versions and renditions became here. */
export interface RestoredVersions {
  /** Row here of a rendition there; of those that nothing here needs there is none. */
  readonly renditions: ReadonlyMap<OtherRendition, RenditionId>
  /** Versions that are new here. */
  readonly added: number
  /** Row of the version that the other archive shows. */
  readonly current: VersionId
}

/**
 * Puts the versions of an article of another archive in place. A version of that uid, or one whose current text is the
 * same, is here already; of its renditions only those are added on which something lies that is not here.
 */
export function restoreVersions(
  ports: ArchivePorts,
  gesture: Gesture,
  item: ArchivedArticle,
  article: ArticleRef,
): RestoredVersions {
  const renditions = new Map<OtherRendition, RenditionId>()
  const needed = renditionsInUse(item)
  let added = 0
  let current: VersionId | undefined
  for (const version of item.versions) {
    const known = knownVersion(ports, article.id, version)
    const row = known ?? addVersion(ports, gesture, item, { article: article.id, version })
    if (known === undefined) added++
    for (const mark of version.renditions) {
      const isNeeded = known === undefined || needed.has(mark.id)
      const here = known === undefined ? undefined : sameRendition(ports, row, mark)
      if (here === undefined && !isNeeded) continue
      const id = here ?? addRendition(ports, gesture, item, { version: row, id: mark.id })
      renditions.set(mark.id, id)
      if (known === undefined && mark.id === version.current) ports.records.setCurrentRendition(gesture.unit, row, id)
    }
    if (version.uid === item.current) current = row
  }
  if (current === undefined) throw new Error(`article ${item.uid} shows a version that it does not have`)
  return { renditions, added, current }
}

/** Renditions on which a highlight was made or placed by hand, or where a reader stopped. */
function renditionsInUse({ annotations, stopped, furthest }: ArchivedArticle): ReadonlySet<OtherRendition> {
  const places = [stopped, furthest].flatMap((place) => place?.rendition ?? [])
  return new Set([...annotations.flatMap(({ rendition }) => rendition ?? []), ...places])
}

function knownVersion(ports: ArchivePorts, article: ArticleId, version: ArchivedVersion): VersionId | undefined {
  const same = ports.restoring.version(version.uid)
  if (same?.article === article) return same.id
  const text = version.renditions.find(({ id }) => id === version.current)?.text
  const known = ports.records.textHashes(article)
  return text === undefined ? undefined : known.find((one) => one.text === text)?.version
}

function sameRendition(ports: ArchivePorts, version: VersionId, mark: RenditionMark): RenditionId | undefined {
  const here = ports.restoring.renditionsOf(version).filter(({ text }) => text === mark.text)
  const isSame = (one: (typeof here)[number]): boolean =>
    one.extractor === mark.extractor && one.extractorVersion === mark.extractorVersion
  return (here.find(isSame) ?? here[0])?.id
}

function addVersion(
  ports: ArchivePorts,
  { unit }: Gesture,
  item: ArchivedArticle,
  { article, version }: { readonly article: ArticleId; readonly version: ArchivedVersion },
): VersionId {
  const { original } = version
  if (original !== null) copyBlob(ports, unit, item, original)
  // A version is of one article alone: where it is another's here, this one is a copy with a name of its own.
  const isFree = ports.restoring.version(version.uid) === undefined
  const uid = isFree ? version.uid : ports.newUid()
  return ports.records.createVersion(unit, article, { ...version, restored: { uid, number: version.number } })
}

function addRendition(
  ports: ArchivePorts,
  { unit }: Gesture,
  item: ArchivedArticle,
  { version, id }: { readonly version: VersionId; readonly id: OtherRendition },
): RenditionId {
  const { resources, ...rendition } = item.rendition(id)
  for (const { blob } of resources) copyBlob(ports, unit, item, blob)
  const { leadImage } = rendition.content
  if (leadImage !== null) copyBlob(ports, unit, item, leadImage)
  const row = ports.records.createRendition(unit, version, rendition, rendition)
  for (const resource of resources) ports.records.addResource(unit, row, resource)
  return row
}

function copyBlob(ports: ArchivePorts, unit: Gesture['unit'], item: ArchivedArticle, sha256: Sha256): void {
  ports.restoring.copyBlob(unit, sha256, () => item.blob(sha256))
}
