import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer as createVite } from 'vite'

/** A page that holds an article's frame as the window does, with the sources of the reader to be imported by it. */
export interface FrameServer {
  readonly url: string
  /** Sets the article that the frame shows from its next loading on. */
  readonly setArticle: (html: string) => void
  readonly close: () => Promise<void>
}

/* As security.md, wall 2, says for reader HTML. */
const ARTICLE_POLICY =
  "sandbox allow-same-origin; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

const PARENT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Parent</title><link rel="icon" href="data:,"></head>
<body style="margin:0"><div id="pane" style="height:100vh;overflow:auto">
<iframe id="frame" sandbox="allow-same-origin" src="/article" style="display:block;border:0;width:696px"></iframe>
</div></body></html>`

/** Serves the repository's sources, an article under the strict policy of reader HTML, and the page around it. */
export async function startFrameServer(root: string): Promise<FrameServer> {
  let article = '<article><p>Nothing</p></article>'
  const vite = await createVite({
    root,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false },
  })
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url === '/article') {
      response.setHeader('Content-Security-Policy', ARTICLE_POLICY)
      send(
        response,
        `<!doctype html><html><head><meta charset="utf-8"><title>Article</title><link rel="icon" href="data:,"></head><body>${article}</body></html>`,
      )
    } else if (request.url === '/') send(response, PARENT)
    else vite.middlewares(request, response)
  }
  const server = createHttpServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    setArticle: (html) => {
      article = html
    },
    close: async () => {
      server.closeAllConnections()
      await Promise.all([vite.close(), new Promise((resolve) => server.close(resolve))])
    },
  }
}

function send(response: ServerResponse, html: string): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(html)
}
