import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/**
 * Starts the thread that reads PDFs. The window takes scripts only through named policies (wall 5); this one lets through
 * a single address, known when the program was built.
 */
export function startPdfWorker(): Worker {
  return new Worker(addressOf(workerUrl) as string, { type: 'module', name: 'pdf' })
}

type MakePolicy = (
  name: string,
  rules: { readonly createScriptURL: (url: string) => string },
) => { readonly createScriptURL: (url: string) => unknown }

function addressOf(url: string): unknown {
  const factory = (globalThis as { trustedTypes?: { readonly createPolicy: MakePolicy } }).trustedTypes
  policy ??= factory?.createPolicy('pdf-worker', {
    createScriptURL: (wanted) => {
      if (wanted !== workerUrl) throw new TypeError('not the address of the PDF thread')
      return wanted
    },
  })
  return policy?.createScriptURL(url) ?? url
}

let policy: ReturnType<MakePolicy> | undefined
