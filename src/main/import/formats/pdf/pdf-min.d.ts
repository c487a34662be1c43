/** The same library as `pdfjs-dist`, made small; it comes without types. */
declare module 'pdfjs-dist/legacy/build/pdf.min.mjs' {
  export * from 'pdfjs-dist'
}
