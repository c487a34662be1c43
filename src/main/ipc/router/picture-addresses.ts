/** A tag of a picture as the clean step writes it: attributes in double quotes, no `<` anywhere but in tags. */
const PICTURE_TAG = /<img(?: [a-z-]+(?:="[^"]*")?)*>/g

/** Reader HTML with its pictures at the addresses of this run; `contentPath` begins them. */
export function pictureAddresses(html: string, contentPath: string): string {
  return html.replace(PICTURE_TAG, (tag) => tag.replace(' src="/blob/', ` src="${contentPath}blob/`))
}
