declare const brand: unique symbol

/**
 * A value of `Base` that only its own parser or maker hands out, so that mixed-up arguments do not compile. Names are
 * keys, not one value, so that a brand of a brand (`ArticleUid` is a `Uid`) is both.
 */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Readonly<Record<Name, true>> }
