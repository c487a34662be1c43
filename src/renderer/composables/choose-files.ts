/** Lets a person choose files, or a whole folder; empty when they change their mind. */
export function chooseFiles(what: 'files' | 'folder'): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.hidden = true
  input.webkitdirectory = what === 'folder'
  // In the page, so that tools which drive the window find it; out of the way of everything else.
  document.body.append(input)
  return new Promise((resolve) => {
    const end = (files: readonly File[]) => (): void => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => end([...(input.files ?? [])])())
    input.addEventListener('cancel', end([]))
    input.click()
  })
}
