declare const brand: unique symbol

/** A value of `Base` that only its own parser or maker hands out, so that mixed-up arguments do not compile. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
