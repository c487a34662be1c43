import type { Page } from '@playwright/test'

/**
 * What moves by itself in a window, its frames included: elements whose style lets a transition or an animation take time,
 * those that scroll smoothly, and animations that are running. One line each, without those that say the same.
 */
export function motionsIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const motions = new Set<string>()
    const takesTime = (durations: string): boolean => durations.split(',').some((one) => Number.parseFloat(one) > 0)
    const look = (element: Element, part: string | undefined): void => {
      const style = element.ownerDocument.defaultView!.getComputedStyle(element, part)
      const name = `${element.localName}.${element.getAttribute('class') ?? ''}${part ?? ''}`
      const isAnimated = style.animationName !== 'none' && takesTime(style.animationDuration)
      if (isAnimated) motions.add(`${name}: animation ${style.animationName} ${style.animationDuration}`)
      if (takesTime(style.transitionDuration)) motions.add(`${name}: transition ${style.transitionDuration}`)
      if (style.scrollBehavior === 'smooth') motions.add(`${name}: scrolls smoothly`)
    }
    const frames = [...document.querySelectorAll('iframe')].flatMap(({ contentDocument }) => contentDocument ?? [])
    for (const inside of [document, ...frames]) {
      for (const element of inside.querySelectorAll('*')) {
        for (const part of [undefined, '::before', '::after']) look(element, part)
      }
      for (const animation of inside.getAnimations()) {
        const { activeDuration } = animation.effect?.getComputedTiming() ?? {}
        if (animation.playState === 'running' && Number(activeDuration) > 0) motions.add(`running: ${animation.id}`)
      }
    }
    return [...motions]
  })
}
