import type { DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * What a browser draws inside an element: where a declarative shadow root (`<template shadowrootmode>`, HTML 2024) lies
 * in it, that, with the element's own children in its slots. Its style sheets are left out: they were for it alone.
 */
export function drawnChildren(element: Element): readonly Node[] {
  const root = element.childNodes.find(isShadowRoot)
  if (root === undefined) return element.childNodes
  const light = Map.groupBy(
    element.childNodes.filter((node) => node !== root),
    slotOf,
  )
  return fill(root.content.childNodes, light, 0)
}

/** Deepest slot that is looked for. */
const DEEPEST = 400

function fill(nodes: readonly Node[], light: Map<string, Node[]>, depth: number): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (!('tagName' in node) || depth > DEEPEST) return [node]
    if (node.tagName === 'style' || node.tagName === 'link') return []
    if (node.tagName !== 'slot') return [{ ...node, childNodes: fill(node.childNodes, light, depth + 1) as never }]
    const name = attributeOf(node, 'name')
    const assigned = light.get(name) ?? []
    light.delete(name)
    return assigned.length === 0 ? fill(node.childNodes, light, depth + 1) : assigned
  })
}

function isShadowRoot(node: Node): node is DefaultTreeAdapterTypes.Template {
  return node.nodeName === 'template' && 'content' in node && node.attrs.some(({ name }) => name === 'shadowrootmode')
}

function slotOf(node: Node): string {
  return 'attrs' in node ? attributeOf(node, 'slot') : ''
}

function attributeOf(element: Element, wanted: string): string {
  return element.attrs.find(({ name }) => name === wanted)?.value ?? ''
}
