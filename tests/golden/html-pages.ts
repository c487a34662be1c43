/** Pages written for the tests, one of each shape; the words that must and must not come out stand in the tests. */
const SENTENCES = [
  'The harbour had been closed since morning, and nobody on the quay could say when the ferries would run again.',
  'Fishermen sat on upturned crates, mended their nets, and talked about the winter of 1987, which had been worse.',
  'By noon the wind had turned, the first gulls came back, and a customs officer opened the gate without a word.',
  'The council will meet on Thursday to decide about the sea wall, which engineers have called unsafe for years.',
]

/** Enough prose for an article, as paragraphs. */
export const PROSE = SENTENCES.map((sentence) => `<p>${sentence} ${sentence.replace('The ', 'A ')}</p>`).join('\n')

export const NEWS = `<!doctype html><html lang="en-GB"><head><title>Harbour closed by storm | The Daily Gull</title>
<meta property="og:site_name" content="The Daily Gull"><meta property="og:image" content="/storm.jpg">
<link rel="canonical" href="https://gull.example/2022/06/24/harbour">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The Daily Gull"},
{"@type":"NewsArticle","headline":"Harbour closed by storm","datePublished":"2022-06-24T17:30:00+01:00","articleSection":"Coast",
"author":[{"@type":"Person","name":"Ann Example"},{"@type":"Person","name":"Bo Sample"}],"description":"Ferries stay in port until the wind turns, and perhaps longer.",}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/coast">Coast</a></nav>
<div class="cookie-banner">We use cookies. <button>Accept all</button></div>
<article><h1>Harbour closed by storm</h1><p class="standfirst">Ferries stay in port until the wind turns, and perhaps longer.</p>
<div class="byline">By <a rel="author" href="/ann">Ann Example</a> and Bo Sample</div><time datetime="2022-06-24T17:30:00+01:00">24 June 2022</time>
<figure><img src="data:image/gif;base64,R0lGOD" data-src="/big.jpg" alt="Waves"><figcaption>Waves at the pier. <span class="credit">Cy Lens/Agency</span></figcaption></figure>
<div class="article-body">${PROSE}
<aside class="facts"><h3>The sea wall</h3><p>Built in 1911 from local granite, the wall is 840 metres long and was last repaired after the flood of 1953, when it broke twice.</p></aside>
<p>The last word belongs to the sea.</p></div>
<div class="related-articles"><h3>Related</h3><ul><li><a href="/a">Ten piers to visit before they fall down</a></li></ul></div></article>
<section id="comments"><p>First reader: what a storm that was, I have never seen one like it in all my years here.</p></section>
<footer>© 2022 The Daily Gull. All rights reserved.</footer></body></html>`

export const BLOG = `<html lang="de"><head><title>Möwenblog » Warum ich Netze flicke</title></head><body>
<div id="sidebar"><h2>Neueste Beiträge</h2><ul><li><a href="/x">Über Krabben</a></li></ul></div>
<div class="post hentry"><h2 class="entry-title">Warum ich Netze flicke</h2><div class="entry-meta">24. Juni 2022 von <span class="author vcard"><a class="fn" href="/a">Jan Muster</a></span></div>
<div class="entry-content">${PROSE}<p>Und so endet der Abend.<sup id="r1"><a href="#f1">1</a></sup></p>
<div class="footnotes"><ol><li id="f1">So steht es bei Storm, und der musste es wissen. <a href="#r1">↩</a></li></ol></div></div>
<div class="sharedaddy"><a href="https://social.example">Teilen</a></div></div></body></html>`

export const DOCS = `<html lang="en"><head><title>Reading files - Nets documentation</title></head><body><main><h1>Reading files</h1>${PROSE}
<h2 id="usage">Usage</h2><pre><code class="language-js hljs">const net = open('a.txt')
if (net &lt; 3) {
  mend(net)
}</code></pre><table><thead><tr><th scope="col">Option</th><th scope="col">Meaning</th></tr></thead><tbody><tr><td>mesh</td><td colspan="2">Width in millimetres</td></tr></tbody></table>
<ol start="3"><li>Third step</li><li>Fourth step</li></ol></main></body></html>`

export const LIVE_BLOG = `<html lang="en"><head><title>Storm: live updates</title>
<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm: live updates","datePublished":"2022-06-24T06:00:00Z"}</script></head><body><main>
<h1>Storm: live updates</h1><div class="posts">${SENTENCES.map(
  (sentence, index) =>
    `<div class="update"><time datetime="2022-06-24T1${String(index)}:00:00Z">1${String(index)}:00</time><h2>Update ${String(index)}</h2><p>${sentence} ${sentence}</p></div>`,
).join('')}</div></main></body></html>`

export const RECIPE = `<html lang="en"><head><title>Fish soup</title><script type="application/ld+json">[{"@type":"Recipe","name":"Fish soup","author":"Di Cook","datePublished":"2021-02-03"}]</script></head>
<body><div class="entry-content"><h1>Fish soup</h1>${PROSE}<h2>Ingredients</h2><ul><li>500 g cod</li><li>2 onions</li><li>1 l stock</li></ul>
<h2>Method</h2><ol><li>Chop the onions and fry them gently in butter until they are soft.</li><li>Add the stock, simmer, then add the fish.</li></ol></div></body></html>`

const JAPANESE_SENTENCE =
  '港は朝から閉鎖されており、岸壁の誰もが、フェリーがいつ再開するのか分からなかった。漁師たちは箱に座り、網を直しながら、もっとひどかった冬について話していた。'

export const JAPANESE = `<html lang="ja"><head><title>嵐で港が閉鎖｜かもめ新聞</title><meta property="og:site_name" content="かもめ新聞"></head><body>
<article><h1>嵐で港が閉鎖</h1><p class="date">2022年6月24日 17時30分</p><p class="author">文：山田太郎</p>${`<p>${JAPANESE_SENTENCE}</p>`.repeat(5)}</article></body></html>`

const ARABIC_SENTENCE =
  'كان الميناء مغلقا منذ الصباح، ولم يستطع أحد على الرصيف أن يقول متى ستعود العبارات إلى العمل، وجلس الصيادون على الصناديق يصلحون شباكهم.'

export const RTL = `<html lang="ar" dir="rtl"><head><title>العاصفة تغلق الميناء</title></head><body><article><h1>العاصفة تغلق الميناء</h1>
<time datetime="2022-06-24">٢٤ يونيو ٢٠٢٢</time>${`<p dir="rtl">${ARABIC_SENTENCE}</p>`.repeat(5)}</article></body></html>`

export const FRAGMENT = `Some words before. <p>${SENTENCES.join(' ')}<p>A second paragraph that was never closed, <b>with bold text.`

export const BROKEN = `<HTML><HEAD><TITLE>Old page</TITLE><META NAME="Author" CONTENT="Ed Olden"></HEAD><BODY BGCOLOR="#ffffff"><CENTER><FONT SIZE=5><H1>Old page</H1></FONT></CENTER>
<TABLE><TR><TD>${SENTENCES.join('<BR><BR>')}<P><A HREF="next.html">Next page of the story</A> and <I>unclosed italics <B>and bold</TD></TABLE></DIV></BODY>`

export const PAYWALL = `<html lang="en"><head><title>The wall</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"The wall","isAccessibleForFree":"False"}</script></head>
<body><article><h1>The wall</h1><p>${SENTENCES[0] ?? ''} ${SENTENCES[1] ?? ''}</p><div class="paywall"><p>Subscribe to continue reading.</p></div></article></body></html>`

export const COOKIES_ONLY = `<html lang="en"><body><div class="cookie-consent" role="dialog"><p>We value your privacy. We and our 812 partners store information on your device.</p><button>Accept</button></div></body></html>`
