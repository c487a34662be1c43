import type { ExportPreview, ExportPreviewRequest } from '../../shared/model/export-preview.ts'
import type { Result } from '../../shared/result.ts'
import type { PreviewPorts } from './preview-export.ts'

/** Previews of exports; the code for templates and HTML is loaded with the first of them. */
export function previewOnDemand(
  ports: PreviewPorts,
): (request: ExportPreviewRequest) => Promise<Result<ExportPreview>> {
  return async (request) => (await import('./preview-export.ts')).previewExport(ports, request)
}
